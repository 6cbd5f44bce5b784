using System.Collections.Frozen;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads a report's inputs from the exchange, all side by side. Cold, one contract costs 7 weight of futures, 4 of spot, 2 funding
/// calls and 1 of <c>/futures/data</c>; 20 contracts at once share the lists.</summary>
internal sealed partial class FundingInputReader(
    BinanceFuturesClient futures, BinanceSpotClient spot, SingleFlightCache cache, TimeProvider clock, ILogger<FundingInputReader> logger)
{
    // Two settlements tell the interval; special ones can share an hour with them.
    private const int Settlements = 6;

    private static readonly CachePolicy Live = new(Fresh: TimeSpan.FromSeconds(5), Keep: TimeSpan.FromMinutes(10));

    // Legs of a basis that are seconds apart make a basis that never was: books are read together and never kept.
    private static readonly CachePolicy Books = new(Fresh: TimeSpan.FromSeconds(2), Keep: TimeSpan.FromSeconds(2));

    private static readonly CachePolicy Rules = new(Fresh: TimeSpan.FromMinutes(5), Keep: TimeSpan.FromDays(1));

    // An input that is slow to come is a gap in this report; its call goes on and serves the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // The exchange has a settlement or a five-minute reading some seconds after its time.
    private static readonly TimeSpan PublicationLag = TimeSpan.FromSeconds(15);

    /// <summary>Reads the inputs.</summary>
    /// <exception cref="BinanceException">There is neither mark price nor funding estimate: nothing useful can be said.</exception>
    public async Task<FundingInputs> ReadAsync(FuturesSymbol contract, CancellationToken cancellationToken)
    {
        var symbol = contract.Symbol;
        var now = clock.GetUtcNow();

        // All are on their way before the first is awaited.
        var premium = ReadPremiumAsync(symbol, cancellationToken);
        var openInterest = TryReadAsync($"open-interest:{symbol}", Live, token => futures.GetOpenInterestAsync(symbol, token), cancellationToken);
        var ratio = TryReadAsync(
            $"long-short-ratio:{symbol}",
            CachePolicy.UntilNext(StatisticsPeriod.FiveMinutes.Length, PublicationLag, keep: TimeSpan.FromHours(1), now),
            token => futures.GetGlobalLongShortAccountRatioAsync(symbol, StatisticsPeriod.FiveMinutes, HistoryRange.Latest(1), token),
            cancellationToken);
        var futuresPrices = TryReadAsync("futures-books", Books, async token => MidPrices(await futures.GetBookTickersAsync(token)), cancellationToken);
        var spotPrices = TryReadAsync("spot-books", Books, async token => MidPrices(await spot.GetBookTickersAsync(token)), cancellationToken);
        var rules = contract.PaysFunding()
            ? TryReadAsync("funding-info", Rules, async token => LastOf(await futures.GetFundingInfoAsync(token), rule => rule.Symbol, rule => rule), cancellationToken)
            : Task.FromResult(Reading<FrozenDictionary<string, FundingInfo>>.None);
        var settlements = contract.PaysFunding()
            ? TryReadAsync(
                $"settlements:{symbol}",
                CachePolicy.UntilNext(TimeSpan.FromHours(1), PublicationLag, keep: TimeSpan.FromDays(1), now),
                token => futures.GetFundingRatesAsync(symbol, HistoryRange.Latest(Settlements), token),
                cancellationToken)
            : Task.FromResult(Reading<FundingRate[]>.None);

        return new FundingInputs
        {
            Contract = contract,
            ReadAt = now.ToUnixTimeMilliseconds(),
            Premium = await premium,
            FundingRules = (await rules).Select(all => all.GetValueOrDefault(symbol)),
            Settlements = await settlements,
            OpenInterest = await openInterest,
            LongShortRatio = (await ratio).Select(rows => rows.LastOrDefault()),
            FuturesPrices = await futuresPrices,
            SpotPrices = await spotPrices,
        };
    }

    private Task<Reading<PremiumIndex>> ReadPremiumAsync(string symbol, CancellationToken cancellationToken) => ReadAsync(
        $"premium:{symbol}",
        Live,
        token => futures.GetPremiumIndexAsync(symbol, token),
        refusal => refusal.Kind == BinanceErrorKind.SymbolNotTrading,
        cancellationToken);

    private async Task<Reading<T>> TryReadAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ReadAsync(key, policy, fetch, refusal => refusal.MeansNoData, linked.Token);
        }
        catch (BinanceException)
        {
            return Reading<T>.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogSlow(key, Patience.TotalSeconds);
            return Reading<T>.Failed;
        }
    }

    // That the exchange has nothing to give is an answer, kept like any other: a settling contract must not cost a call per request.
    private async Task<Reading<T>> ReadAsync<T>(
        string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, Func<BinanceException, bool> isAnswer, CancellationToken cancellationToken)
        where T : class
    {
        var cached = await cache.GetAsync(key, policy, FetchAsync, cancellationToken);
        return cached.Value with { IsStale = cached.IsStale };

        async Task<Reading<T>> FetchAsync(CancellationToken token)
        {
            try
            {
                return new(await fetch(token));
            }
            catch (BinanceException refusal) when (isAnswer(refusal))
            {
                return Reading<T>.None;
            }
            catch (BinanceException failure)
            {
                LogFailure(key, failure.Kind, failure.Message);
                throw;
            }
        }
    }

    private static FrozenDictionary<string, decimal> MidPrices(BookTicker[] books) =>
        LastOf(books.Where(book => book.MidPrice is not null), book => book.Symbol, book => book.MidPrice!.Value);

    // A symbol that comes twice is no reason to fail.
    private static FrozenDictionary<string, TValue> LastOf<TRow, TValue>(IEnumerable<TRow> rows, Func<TRow, string> symbolOf, Func<TRow, TValue> valueOf) =>
        rows.GroupBy(symbolOf).ToFrozenDictionary(group => group.Key, group => valueOf(group.Last()));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not read: {Input}, {Kind}, {Reason}")]
    private partial void LogFailure(string input, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not waited for any longer: {Input} after {Seconds} s")]
    private partial void LogSlow(string input, double seconds);
}
