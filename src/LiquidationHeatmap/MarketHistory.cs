using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>A contract's history for the book: 30 days, in finer bars the nearer they are, because high leverage lives hours and low leverage weeks.
/// One answer a resolution keeps a cold analysis at 13 weight and 3 statistics calls.</summary>
internal sealed class MarketHistory(BinanceFuturesClient futures, SingleFlightCache cache)
{
    // From 500 rows on a call costs 5 instead of 2.
    private const int Rows = 499;
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);

    // Coarse bars are refreshed long before the finer series, which slides, could leave a gap behind it.
    private static readonly Resolution[] Resolutions =
    [
        new(KlineInterval.TwoHours, StatisticsPeriod.TwoHours, 360, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30)),
        new(KlineInterval.ThirtyMinutes, StatisticsPeriod.ThirtyMinutes, Rows, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10)),
        new(KlineInterval.FiveMinutes, StatisticsPeriod.FiveMinutes, Rows, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)),
    ];

    /// <summary>Gathers the history, all parts side by side.</summary>
    /// <exception cref="BinanceException">Prices or open interest could not be had now, but may be later.</exception>
    public async Task<HistoryReading> GetAsync(string symbol, CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(Resolutions.Select(resolution => GetPartAsync(symbol, resolution, cancellationToken)));
        return new HistoryReading(
            BarTimeline.Join([.. parts.Select(part => part.Bars)]),
            parts.SelectMany(part => part.MarkTimes).ToHashSet(),
            parts.Any(part => part.IsStale));
    }

    private async Task<Part> GetPartAsync(string symbol, Resolution resolution, CancellationToken cancellationToken)
    {
        var bars = ReadAsync(
            $"klines/{resolution.Interval}/{symbol}",
            resolution.FreshBars,
            token => futures.GetKlinesAsync(symbol, resolution.Interval, HistoryRange.Latest(resolution.Count), token),
            cancellationToken);
        var marks = ReadAsync(
            $"mark-klines/{resolution.Interval}/{symbol}",
            resolution.FreshBars,
            token => futures.GetMarkPriceKlinesAsync(symbol, resolution.Interval, HistoryRange.Latest(resolution.Count), token),
            cancellationToken);
        var openInterest = ReadAsync(
            $"open-interest/{resolution.Period}/{symbol}",
            resolution.FreshOpenInterest,
            token => futures.GetOpenInterestHistoryAsync(symbol, resolution.Period, HistoryRange.Latest(resolution.Count), token),
            cancellationToken);
        await Task.WhenAll(bars, openInterest);

        var markByTime = (await OrNone(marks)).ToDictionary(mark => mark.OpenTime);
        var openInterestByTime = (await openInterest).Value
            .GroupBy(point => point.Timestamp)
            .ToDictionary(group => group.Key, group => group.Last().Contracts);
        var length = resolution.Interval.Length;
        return new Part(
            [.. (await bars).Value.Select(bar => ToMarketBar(bar, length, markByTime, openInterestByTime))],
            [.. markByTime.Keys],
            (await bars).IsStale || (await openInterest).IsStale);
    }

    private Task<Cached<T[]>> ReadAsync<T>(string key, TimeSpan fresh, Func<CancellationToken, Task<T[]>> fetch, CancellationToken cancellationToken)
    {
        return cache.GetAsync(key, new CachePolicy(fresh, Keep), FetchAsync, cancellationToken);

        async Task<T[]> FetchAsync(CancellationToken token)
        {
            try
            {
                return await fetch(token);
            }
            catch (BinanceException failure) when (!failure.CanRetry && failure.Kind != BinanceErrorKind.RestrictedLocation)
            {
                // A contract that settles, or of which Binance keeps no statistics, has no history: an answer, kept like any other.
                return [];
            }
        }
    }

    // Where the mark price cannot be had, the traded one stands in for it: a gap, not a failure.
    private static async Task<IReadOnlyList<Kline>> OrNone(Task<Cached<Kline[]>> marks)
    {
        try
        {
            return (await marks).Value;
        }
        catch (BinanceException)
        {
            return [];
        }
    }

    private static MarketBar ToMarketBar(
        Kline bar, TimeSpan length, Dictionary<long, Kline> marks, Dictionary<long, decimal?> openInterest)
    {
        var hasMark = marks.TryGetValue(bar.OpenTime, out var mark);
        // A reading is of its own instant: the one at a bar's end is taken when the bar is over.
        var atEnd = openInterest.GetValueOrDefault(bar.OpenTime + (long)length.TotalMilliseconds);
        return new MarketBar(
            bar.OpenTime,
            length,
            (double)bar.High,
            (double)bar.Low,
            (double)bar.Close,
            (double)(hasMark ? mark.High : bar.High),
            (double)(hasMark ? mark.Low : bar.Low),
            (double?)atEnd);
    }

    private sealed record Resolution(KlineInterval Interval, StatisticsPeriod Period, int Count, TimeSpan FreshBars, TimeSpan FreshOpenInterest);

    private sealed record Part(IReadOnlyList<MarketBar> Bars, IReadOnlyList<long> MarkTimes, bool IsStale);
}

/// <summary>A contract's history.</summary>
/// <param name="Bars">Bars, oldest first.</param>
/// <param name="MarkTimes">Open times of the bars that have a mark price.</param>
/// <param name="IsStale">Whether a part is older than it should be because the exchange fails.</param>
internal sealed record HistoryReading(IReadOnlyList<MarketBar> Bars, IReadOnlySet<long> MarkTimes, bool IsStale);
