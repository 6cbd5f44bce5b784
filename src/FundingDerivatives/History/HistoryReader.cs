using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>Reads histories, each in one call whatever the number of points asked for, and keeps them until the next point comes out.</summary>
internal sealed class HistoryReader(BinanceFuturesClient futures, InputReader reader, SettlementReader settlements, MarketLists market)
{
    private const string Usdt = "USDT";

    /// <summary>Reads a history.</summary>
    /// <param name="contract">The contract; one for which the metric makes sense.</param>
    /// <param name="query">Which history.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>All points that one call gives, oldest first, or that the exchange keeps none.</returns>
    /// <exception cref="BinanceException">The exchange could not be asked.</exception>
    public Task<Reading<HistoryPoint[]>> ReadAsync(FuturesSymbol contract, HistoryQuery query, CancellationToken cancellationToken) => query.Metric switch
    {
        HistoryMetric.Funding => ReadFundingAsync(contract.Symbol, cancellationToken),
        HistoryMetric.OpenInterest => ReadStatisticsAsync(
            "open-interest",
            contract.Symbol,
            query.Period,
            async (range, token) => Plausible.Rows(await futures.GetOpenInterestHistoryAsync(contract.Symbol, query.Period, range, token)),
            row => new OpenInterestHistoryPoint(row.Timestamp, row.Contracts, contract.QuoteAsset == Usdt ? row.Value : null, row.Value),
            cancellationToken),
        HistoryMetric.Basis => ReadStatisticsAsync(
            $"basis:{BasisType(contract)}",
            contract.Pair,
            query.Period,
            async (range, token) => Plausible.Rows(await futures.GetBasisAsync(contract.Pair, BasisType(contract), query.Period, range, token)),
            row => new BasisHistoryPoint(
                row.Timestamp,
                row is { FuturesPrice: > 0, IndexPrice: > 0 } ? Rounded(((row.FuturesPrice.Value / row.IndexPrice.Value) - 1) * 100) : null,
                row.FuturesPrice,
                row.IndexPrice),
            cancellationToken),
        _ => ReadStatisticsAsync(
            "long-short",
            contract.Symbol,
            query.Period,
            async (range, token) => Plausible.Rows(await futures.GetGlobalLongShortAccountRatioAsync(contract.Symbol, query.Period, range, token)),
            row => new LongShortPoint(row.Timestamp, row.Ratio, Percent(row.LongShare), Percent(row.ShortShare)),
            cancellationToken),
    };

    // A stock's perpetual is asked for as any other: the exchange says that it keeps no basis of it.
    private static string BasisType(FuturesSymbol contract) => contract.PaysFunding() ? "PERPETUAL" : contract.ContractType!;

    private async Task<Reading<HistoryPoint[]>> ReadFundingAsync(string symbol, CancellationToken cancellationToken)
    {
        var reading = await settlements.RequireLatestAsync(symbol, cancellationToken);
        return reading.Select(HistoryPoint[]? (rows) =>
        [
            .. FundingHistory.Of(
                    rows.Where(row => row.Rate is not null).Select(row => new Settlement(row.FundingTime, (double)row.Rate!.Value, (double?)row.MarkPrice)),
                    FundingInterval.Of(market.KnownFundingRules()?.Value?.GetValueOrDefault(symbol)?.FundingIntervalHours, rows.Select(row => row.FundingTime)).Hours)
                .Settlements.ToArray()
                .Select(row => new FundingPoint(row.Time, Percent(row.Rate), Percent(row.Per8Hours), (decimal?)row.MarkPrice)),
        ]);
    }

    private Task<Reading<HistoryPoint[]>> ReadStatisticsAsync<T>(
        string metric, string subject, StatisticsPeriod period, Func<HistoryRange, CancellationToken, Task<T[]>> fetch, Func<T, HistoryPoint> point, CancellationToken cancellationToken) =>
        reader.ReadAsync(
            $"history:{metric}:{subject}:{period}",
            reader.UntilNext(period.Length),
            async token => Array.ConvertAll(await fetch(HistoryRange.Latest(HistoryQuery.MostPoints), token), row => point(row)),
            refusal => refusal.MeansNoData,
            cancellationToken);
}
