using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Errors;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>A contract's history for the book: 30 days, in finer bars the nearer they are, because high leverage lives hours and low leverage weeks.
/// One answer a resolution keeps a cold analysis at 13 weight and 3 statistics calls.</summary>
internal sealed partial class MarketHistory(
    BinanceFuturesClient futures, SingleFlightCache cache, ExchangeTime time, ILogger<MarketHistory> logger)
{
    // From 500 rows on a call costs 5 instead of 2.
    private const int Rows = 499;
    // A 5-minute reading of open interest comes out some seconds after its time.
    private static readonly TimeSpan PublicationLag = TimeSpan.FromSeconds(15);

    // A bar is final when its time is over.
    private static readonly TimeSpan CloseLag = TimeSpan.FromSeconds(1);

    // A series lives until its next bar. The running bar changes with every trade: the finest series tells its extremes, and between refreshes the
    // present price takes away what it has passed.
    private static readonly Resolution[] Resolutions =
    [
        new(KlineInterval.TwoHours, StatisticsPeriod.TwoHours, 360),
        new(KlineInterval.ThirtyMinutes, StatisticsPeriod.ThirtyMinutes, Rows),
        new(KlineInterval.FiveMinutes, StatisticsPeriod.FiveMinutes, Rows, TimeSpan.FromSeconds(30)),
    ];

    /// <summary>Gathers the history, all parts side by side.</summary>
    /// <exception cref="BinanceException">Prices or open interest could not be had now, but may be later.</exception>
    public async Task<HistoryReading> GetAsync(string symbol, CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(Resolutions.Select(resolution => GetPartAsync(symbol, resolution, cancellationToken)));
        return new HistoryReading(BarTimeline.Join([.. parts.Select(part => part.Bars)]), parts.Any(part => part.IsStale));
    }

    private async Task<Part> GetPartAsync(string symbol, Resolution resolution, CancellationToken cancellationToken)
    {
        var untilNextBar = UntilNext(resolution.Interval.Length, CloseLag);
        var lifeOfBars = resolution.RunningBarLife is { } life ? untilNextBar.AtMost(life) : untilNextBar;
        var bars = ReadAsync(
            $"klines/{resolution.Interval}/{symbol}",
            lifeOfBars,
            async token => Slim(await futures.GetKlinesAsync(symbol, resolution.Interval, HistoryRange.Latest(resolution.Count), token)),
            cancellationToken);
        var marks = OrNone(ReadAsync(
            $"mark-klines/{resolution.Interval}/{symbol}",
            lifeOfBars,
            async token => Slim(await futures.GetMarkPriceKlinesAsync(symbol, resolution.Interval, HistoryRange.Latest(resolution.Count), token)),
            cancellationToken));
        var openInterest = ReadAsync(
            $"open-interest/{resolution.Period}/{symbol}",
            UntilNext(resolution.Period.Length, PublicationLag),
            async token => Array.ConvertAll(
                await futures.GetOpenInterestHistoryAsync(symbol, resolution.Period, HistoryRange.Latest(resolution.Count), token),
                point => new OpenInterestRow(point.Timestamp, (double?)point.Contracts)),
            cancellationToken);
        await Task.WhenAll(bars, marks, openInterest);

        var markByTime = LastOf((await marks).Value, bar => bar.OpenTime);
        var openInterestByTime = LastOf((await openInterest).Value, row => row.Time);
        var length = resolution.Interval.Length;
        return new Part(
            [.. (await bars).Value.Select(bar => ToMarketBar(bar, length, markByTime, openInterestByTime))],
            (await bars).IsStale || (await marks).IsStale || (await openInterest).IsStale);
    }

    private Task<Cached<T[]>> ReadAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T[]>> fetch, CancellationToken cancellationToken)
    {
        return cache.GetAsync(key, policy, FetchAsync, cancellationToken);

        async Task<T[]> FetchAsync(CancellationToken token)
        {
            try
            {
                return cache.RequireRows(key, await fetch(token), rows => rows.Length > 0);
            }
            catch (BinanceException failure) when (failure.MeansNoData)
            {
                // A contract that settles, or of which Binance keeps no statistics, has no history: an answer, kept like any other.
                return [];
            }
        }
    }

    // Where the mark price cannot be had, the traded one stands in for it: a gap, not a failure.
    private async Task<Cached<PriceBar[]>> OrNone(Task<Cached<PriceBar[]>> marks)
    {
        try
        {
            return await marks;
        }
        catch (BinanceException failure)
        {
            LogGap(failure.LevelInLog, failure.Kind, failure.Message);
            return new Cached<PriceBar[]>([], FetchedAt: default);
        }
    }

    private CachePolicy UntilNext(TimeSpan period, TimeSpan lag) => CachePolicy.UntilNext(period, lag - time.Distance);

    // A fifth of what the exchange sends: a month in three resolutions of every contract that is asked for adds up.
    private static PriceBar[] Slim(Kline[] bars) =>
        [.. bars.Where(HasPrices).Select(bar => new PriceBar(bar.OpenTime, (double)bar.Open, (double)bar.High, (double)bar.Low, (double)bar.Close))];

    private static bool HasPrices(Kline bar) => bar is { Low: > 0, High: > 0, Close: > 0 } && bar.High >= bar.Low;

    // A time that comes twice is no reason to fail: the later row is the corrected one.
    private static Dictionary<long, T> LastOf<T>(IEnumerable<T> rows, Func<T, long> timeOf)
    {
        var byTime = new Dictionary<long, T>();
        foreach (var row in rows)
        {
            byTime[timeOf(row)] = row;
        }

        return byTime;
    }

    private static MarketBar ToMarketBar(
        PriceBar bar, TimeSpan length, Dictionary<long, PriceBar> marks, Dictionary<long, OpenInterestRow> openInterest)
    {
        var hasMark = marks.TryGetValue(bar.OpenTime, out var mark);
        // A reading is of its own instant: the one at a bar's end is taken when the bar is over.
        var atEnd = openInterest.GetValueOrDefault(bar.OpenTime + (long)length.TotalMilliseconds).Contracts;
        return new MarketBar(
            bar.OpenTime,
            length,
            bar.High,
            bar.Low,
            bar.Close,
            hasMark ? mark.High : bar.High,
            hasMark ? mark.Low : bar.Low,
            atEnd,
            IsMarkTriggered: hasMark,
            Open: bar.Open > 0 ? bar.Open : null);
    }

    private readonly record struct PriceBar(long OpenTime, double Open, double High, double Low, double Close);

    private readonly record struct OpenInterestRow(long Time, double? Contracts);

    private sealed record Resolution(KlineInterval Interval, StatisticsPeriod Period, int Count, TimeSpan? RunningBarLife = null);

    private sealed record Part(IReadOnlyList<MarketBar> Bars, bool IsStale);

    [LoggerMessage(Message = "No mark price history, traded prices stand in: {Kind}, {Reason}")]
    private partial void LogGap(LogLevel level, BinanceErrorKind kind, string reason);
}

/// <summary>A contract's history.</summary>
/// <param name="Bars">Bars, oldest first.</param>
/// <param name="IsStale">Whether a part is older than it should be because the exchange fails.</param>
internal sealed record HistoryReading(IReadOnlyList<MarketBar> Bars, bool IsStale);
