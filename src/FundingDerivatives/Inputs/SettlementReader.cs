using System.Collections.Concurrent;
using System.Globalization;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads a contract's funding settlements of 90 days or more, oldest first. Special ones are left out: they are stock dividends, outside the
/// contract's rhythm.</summary>
internal sealed class SettlementReader(BinanceFuturesClient futures, InputReader reader)
{
    /// <summary>Most settlements that one call gives.</summary>
    public const int PageSize = 1000;

    private const int WindowDays = 30;
    private const int HistoryDays = 90;

    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    // What was settled a month ago never changes; the key moves on with the day.
    private static readonly CachePolicy Past = CachePolicy.For(TimeSpan.FromDays(1));

    // One entry a listed contract at most.
    private readonly ConcurrentDictionary<string, (FundingRate[][] Parts, FundingRate[] Rows)> _merged = new();

    /// <summary>Reads the latest thousand and, of a contract that settles so often that they do not reach 90 days back, what lies before them. Cold 1 to 3
    /// calls of the funding scope, side by side.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="intervalHours">Hours between its settlements; null when not known.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The settlements, or that they could not be read. An older part that could not be read leaves the history shorter.</returns>
    public async Task<Reading<FundingRate[]>> ReadAsync(string symbol, int? intervalHours, CancellationToken cancellationToken)
    {
        var latest = reader.TryReadSeriesAsync(
            LatestKey(symbol), Step(intervalHours), rows => rows.LastOrDefault()?.FundingTime, FetchLatest(symbol), cancellationToken);
        var older = await Task.WhenAll(StartsOfOlder(intervalHours, reader.ExchangeNow).Select(start => ReadWindowAsync(symbol, start, cancellationToken)));
        return (await latest).Select(rows => MergedOf(symbol, [.. older.Select(window => window.Value).OfType<FundingRate[]>(), rows]));
    }

    /// <summary>Reads the latest thousand for one who can say nothing without them. Cold 1 call of the funding scope.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The settlements, or that the exchange keeps none.</returns>
    /// <exception cref="BinanceException">The exchange could not be asked.</exception>
    public async Task<Reading<FundingRate[]>> RequireLatestAsync(string symbol, CancellationToken cancellationToken)
    {
        var latest = await reader.ReadAsync(
            LatestKey(symbol), reader.UntilNext(OneHour), FetchLatest(symbol), refusal => refusal.MeansNoData, cancellationToken);
        return latest.Select(rows => MergedOf(symbol, [rows]));
    }

    private Task<Reading<FundingRate[]>> ReadWindowAsync(string symbol, DateTimeOffset start, CancellationToken cancellationToken) => reader.TryReadAsync(
        string.Create(CultureInfo.InvariantCulture, $"{LatestKey(symbol)}:{start:yyyyMMdd}"),
        Past,
        async token => Plausible.Rows(await futures.GetFundingRatesAsync(
            symbol,
            new HistoryRange
            {
                Limit = PageSize,
                StartTime = start.ToUnixTimeMilliseconds(),
                EndTime = start.AddDays(WindowDays).ToUnixTimeMilliseconds() - 1,
            },
            token)),
        cancellationToken);

    private Func<CancellationToken, Task<FundingRate[]>> FetchLatest(string symbol) =>
        async token => Plausible.Rows(await futures.GetFundingRatesAsync(symbol, HistoryRange.Latest(PageSize), token));

    // Whole windows of 30 days whose older end the latest page does not reach.
    private static IEnumerable<DateTimeOffset> StartsOfOlder(int? intervalHours, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return intervalHours is 1 or 2
            ? from daysAgo in Enumerable.Range(2, (HistoryDays / WindowDays) - 1).Select(windows => windows * WindowDays)
              where daysAgo * 24 > PageSize * intervalHours
              select today.AddDays(-daysAgo)
            : [];
    }

    private static string LatestKey(string symbol) => $"settlement-history:{symbol}";

    // The rules that tell the interval are read every few minutes, so that a switch to a shorter one is seen soon.
    private static TimeSpan Step(int? intervalHours) => intervalHours is 1 or 2 or 4 or 8 ? TimeSpan.FromHours(intervalHours.Value) : OneHour;

    // The same instance until something new comes, so that what is made of it can be kept by it.
    private FundingRate[] MergedOf(string symbol, FundingRate[][] parts)
    {
        if (_merged.TryGetValue(symbol, out var kept) && kept.Parts.SequenceEqual(parts))
        {
            return kept.Rows;
        }

        FundingRate[] rows =
        [
            .. parts.SelectMany(part => part)
                .Where(row => row.RateType is not "Special")
                .DistinctBy(row => (row.FundingTime, row.RateType))
                .OrderBy(row => row.FundingTime),
        ];
        _merged[symbol] = (parts, rows);
        return rows;
    }
}
