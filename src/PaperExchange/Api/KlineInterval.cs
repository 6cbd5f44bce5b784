using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>A kline interval of Binance's futures: 1m to 1M.</summary>
internal sealed class KlineInterval
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    private const long Week = 7 * Day;
    // The Unix epoch was a Thursday; Binance's weeks begin on Mondays.
    private const long FirstMonday = 4 * Day;

    private static readonly Dictionary<string, KlineInterval> All = new()
    {
        ["1m"] = Fixed(Minute),
        ["3m"] = Fixed(3 * Minute),
        ["5m"] = Fixed(5 * Minute),
        ["15m"] = Fixed(15 * Minute),
        ["30m"] = Fixed(30 * Minute),
        ["1h"] = Fixed(Hour),
        ["2h"] = Fixed(2 * Hour),
        ["4h"] = Fixed(4 * Hour),
        ["6h"] = Fixed(6 * Hour),
        ["8h"] = Fixed(8 * Hour),
        ["12h"] = Fixed(12 * Hour),
        ["1d"] = Fixed(Day),
        ["3d"] = Fixed(3 * Day),
        ["1w"] = new(Week, Day, time => time - ((time - FirstMonday) % Week), open => open + Week),
        ["1M"] = new(31 * Day, Day, MonthOf, open => DateTimeOffset.FromUnixTimeMilliseconds(open).AddMonths(1).ToUnixTimeMilliseconds()),
    };

    private readonly long _source;
    private readonly Func<long, long> _openOf;
    private readonly Func<long, long> _next;

    private KlineInterval(long length, long source, Func<long, long> openOf, Func<long, long> next) =>
        (Length, _source, _openOf, _next) = (length, source, openOf, next);

    /// <summary>Usual length, ms.</summary>
    public long Length { get; }

    /// <summary>The interval that Binance calls so, case and all (1m is a minute, 1M a month), or null.</summary>
    public static KlineInterval? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Last millisecond of the bar that opens at <paramref name="open"/>.</summary>
    public long CloseOf(long open) => _next(open) - 1;

    /// <summary>Bars whose open time lies in the range, both ends inclusive.</summary>
    public IReadOnlyList<Bar> Read(IInstrumentMarket market, PriceKind kind, long from, long to, long now)
    {
        if (_source == Length)
        {
            return market.Bars(kind, Length, from, to, now);
        }

        // The market aligns to the epoch; weeks and months are joined here from days that carry the open time of their week or month.
        var first = _openOf(from) == from ? from : _next(_openOf(from));
        var days = market.Bars(kind, _source, first, CloseOf(_openOf(to)), now);
        return BarAggregation.ToInterval(days.Select(day => day with { OpenTime = _openOf(day.OpenTime) }), interval: 1);
    }

    private static KlineInterval Fixed(long length) => new(length, length, time => time - (time % length), open => open + length);

    private static long MonthOf(long time)
    {
        var date = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return new DateTimeOffset(date.Year, date.Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    }
}
