using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads a report's inputs from the exchange, all side by side. Cold, one contract costs 8 weight of futures, 4 of spot, 6 calls of
/// <c>/futures/data</c> and 2 of funding; 20 contracts at once share the lists: 55 weight of futures and 4 of spot.</summary>
internal sealed class FundingInputReader(BinanceFuturesClient futures, MarketLists market, SettlementReader history, InputReader reader)
{
    /// <summary>From so many contracts on, the list of all premiums (10 weight) costs no more than an answer each.</summary>
    private const int ListPays = 10;

    // A day and what a change over one needs beside it.
    private const int DayOfFiveMinutes = 300;

    // Two whole weeks, so that no weekday weighs more than another.
    private const int WeeksOfHours = 336;

    private const int MonthOfTwoHours = 360;

    // Thirty-three days in an answer of the least weight.
    private const int EightHourBars = 99;

    private const long HourMs = 3_600_000;

    // It moves by hundredths of a percent in such a time.
    private static readonly CachePolicy OpenInterestNow = CachePolicy.For(TimeSpan.FromSeconds(15));

    private static readonly CachePolicy PremiumBars = CachePolicy.For(TimeSpan.FromSeconds(30));

    /// <summary>Reads the inputs.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="together">How many contracts are asked for at once.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">There is neither mark price nor funding estimate: nothing useful can be said.</exception>
    public async Task<FundingInputs> ReadAsync(FuturesSymbol contract, int together, CancellationToken cancellationToken)
    {
        var symbol = contract.Symbol;
        var now = reader.Now;
        var paysFunding = contract.PaysFunding();

        // All are on their way before the first is awaited.
        var premium = ReadPremiumAsync(symbol, together, cancellationToken);
        var openInterest = reader.TryReadAsync($"open-interest:{symbol}", OpenInterestNow, async token => Plausible.Of(await futures.GetOpenInterestAsync(symbol, token)), cancellationToken);
        var recent = ReadOpenInterestAsync(symbol, StatisticsPeriod.FiveMinutes, DayOfFiveMinutes, cancellationToken);
        var month = ReadOpenInterestAsync(symbol, StatisticsPeriod.TwoHours, MonthOfTwoHours, cancellationToken);
        var globalAccounts = ReadRatioAsync("global-accounts", futures.GetGlobalLongShortAccountRatioAsync, symbol, cancellationToken);
        var topAccounts = ReadRatioAsync("top-accounts", futures.GetTopLongShortAccountRatioAsync, symbol, cancellationToken);
        var topPositions = ReadRatioAsync("top-positions", futures.GetTopLongShortPositionRatioAsync, symbol, cancellationToken);
        var taker = reader.TryReadSeriesAsync(
            $"taker:{symbol}",
            StatisticsPeriod.OneHour.Length,
            // Told by the start of its hour.
            series => series.Latest?.Timestamp + HourMs,
            async token => TakerSeries.Of(
                StatisticsPeriod.OneHour,
                Plausible.Rows(await futures.GetTakerVolumesAsync(symbol, StatisticsPeriod.OneHour, HistoryRange.Latest(WeeksOfHours), token))),
            cancellationToken);
        var books = market.BooksAsync(cancellationToken);
        var premiums = paysFunding
            ? reader.TryReadAsync(
                $"premium-bars:{symbol}",
                PremiumBars,
                async token => PremiumHistory.Of(
                    Plausible.Premiums(await futures.GetPremiumIndexKlinesAsync(symbol, KlineInterval.EightHours, HistoryRange.Latest(EightHourBars), token))),
                cancellationToken)
            : Task.FromResult(Reading<PremiumHistory>.None(now));
        var indexBars = paysFunding
            ? Task.FromResult(Reading<Kline[]>.None(now))
            : reader.TryReadAsync(
                $"index-bars:{contract.Pair}",
                reader.UntilNext(KlineInterval.EightHours.Length),
                async token => Plausible.Prices(await futures.GetIndexPriceKlinesAsync(contract.Pair, KlineInterval.EightHours, HistoryRange.Latest(EightHourBars), token)),
                cancellationToken);
        var rules = paysFunding ? market.FundingRulesAsync(cancellationToken) : Task.FromResult(Reading<IReadOnlyDictionary<string, FundingInfo>>.None(now));
        // Without the rules at hand the latest thousand settlements must do: they reach 41 days back where funding is paid hourly.
        var settlements = paysFunding
            ? history.ReadAsync(symbol, market.KnownFundingRules()?.Value?.GetValueOrDefault(symbol)?.FundingIntervalHours, cancellationToken)
            : Task.FromResult(Reading<FundingRate[]>.None(now));

        return new FundingInputs
        {
            Contract = contract,
            AskedAt = now,
            Now = reader.ExchangeNow.ToUnixTimeMilliseconds(),
            Premium = await premium,
            FundingRules = (await rules).Select(all => all.GetValueOrDefault(symbol)),
            Settlements = await settlements,
            Premiums = await premiums,
            IndexBars = await indexBars,
            OpenInterest = await openInterest,
            RecentOpenInterest = await recent,
            MonthOfOpenInterest = await month,
            GlobalAccounts = await globalAccounts,
            TopAccounts = await topAccounts,
            TopPositions = await topPositions,
            Taker = await taker,
            FuturesBooks = (await books).Futures,
            SpotBooks = (await books).Spot,
        };
    }

    private async Task<Reading<PremiumIndex>> ReadPremiumAsync(string symbol, int together, CancellationToken cancellationToken)
    {
        var list = together < ListPays ? market.FreshPremiums() : await market.PremiumsAsync(cancellationToken);
        return list?.Select(all => all.GetValueOrDefault(symbol)) is { Value: not null } listed
            ? listed
            : await reader.ReadAsync(
                $"premium:{symbol}",
                MarketLists.Live,
                async token => Plausible.Of(await futures.GetPremiumIndexAsync(symbol, token)),
                refusal => refusal.Kind == BinanceErrorKind.SymbolNotTrading,
                cancellationToken);
    }

    private Task<Reading<OpenInterestSeries>> ReadOpenInterestAsync(
        string symbol, StatisticsPeriod period, int rows, CancellationToken cancellationToken) => reader.TryReadSeriesAsync(
        $"open-interest-{period}:{symbol}",
        period.Length,
        series => series.Contracts.Latest?.Time,
        async token => OpenInterestSeries.Of(period, Plausible.Rows(await futures.GetOpenInterestHistoryAsync(symbol, period, HistoryRange.Latest(rows), token))),
        cancellationToken);

    private Task<Reading<RatioSeries>> ReadRatioAsync(
        string name,
        Func<string, StatisticsPeriod, HistoryRange, CancellationToken, Task<LongShortRatio[]>> ask,
        string symbol,
        CancellationToken cancellationToken) => reader.TryReadSeriesAsync(
        $"{name}:{symbol}",
        StatisticsPeriod.OneHour.Length,
        series => series.Latest?.Timestamp,
        async token => RatioSeries.Of(StatisticsPeriod.OneHour, Plausible.Rows(await ask(symbol, StatisticsPeriod.OneHour, HistoryRange.Latest(WeeksOfHours), token))),
        cancellationToken);
}
