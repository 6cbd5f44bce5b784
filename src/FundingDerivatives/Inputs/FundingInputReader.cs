using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads a report's inputs from the exchange, all side by side. Cold, one contract costs 7 weight of futures, 4 of spot, 2 funding
/// calls and 1 of <c>/futures/data</c>; 20 contracts at once share the lists.</summary>
internal sealed class FundingInputReader(BinanceFuturesClient futures, MarketLists market, InputReader reader)
{
    // Two settlements tell the interval; special ones can share an hour with them.
    private const int Settlements = 6;

    // The exchange has a settlement or a five-minute reading some seconds after its time.
    private static readonly TimeSpan PublicationLag = TimeSpan.FromSeconds(15);

    /// <summary>Reads the inputs.</summary>
    /// <exception cref="BinanceException">There is neither mark price nor funding estimate: nothing useful can be said.</exception>
    public async Task<FundingInputs> ReadAsync(FuturesSymbol contract, CancellationToken cancellationToken)
    {
        var symbol = contract.Symbol;
        var now = reader.Now;

        // All are on their way before the first is awaited.
        var premium = reader.ReadAsync(
            $"premium:{symbol}",
            MarketLists.Live,
            token => futures.GetPremiumIndexAsync(symbol, token),
            refusal => refusal.Kind == BinanceErrorKind.SymbolNotTrading,
            cancellationToken);
        var openInterest = reader.TryReadAsync($"open-interest:{symbol}", MarketLists.Live, token => futures.GetOpenInterestAsync(symbol, token), cancellationToken);
        var ratio = reader.TryReadAsync(
            $"long-short-ratio:{symbol}",
            CachePolicy.UntilNext(StatisticsPeriod.FiveMinutes.Length, PublicationLag, keep: TimeSpan.FromHours(1), now),
            token => futures.GetGlobalLongShortAccountRatioAsync(symbol, StatisticsPeriod.FiveMinutes, HistoryRange.Latest(1), token),
            cancellationToken);
        var futuresBooks = market.FuturesBooksAsync(cancellationToken);
        var spotBooks = market.SpotBooksAsync(cancellationToken);
        var rules = contract.PaysFunding()
            ? market.FundingRulesAsync(cancellationToken)
            : Task.FromResult(Reading<IReadOnlyDictionary<string, FundingInfo>>.None(now));
        var settlements = contract.PaysFunding()
            ? reader.TryReadAsync(
                $"settlements:{symbol}",
                CachePolicy.UntilNext(TimeSpan.FromHours(1), PublicationLag, keep: TimeSpan.FromDays(1), now),
                token => futures.GetFundingRatesAsync(symbol, HistoryRange.Latest(Settlements), token),
                cancellationToken)
            : Task.FromResult(Reading<FundingRate[]>.None(now));

        return new FundingInputs
        {
            Contract = contract,
            ReadAt = now.ToUnixTimeMilliseconds(),
            Premium = await premium,
            FundingRules = (await rules).Select(all => all.GetValueOrDefault(symbol)),
            Settlements = await settlements,
            OpenInterest = await openInterest,
            LongShortRatio = (await ratio).Select(rows => rows.LastOrDefault()),
            FuturesBooks = await futuresBooks,
            SpotBooks = await spotBooks,
        };
    }
}
