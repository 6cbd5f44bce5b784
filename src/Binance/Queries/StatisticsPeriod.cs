namespace OmnipotentFutures.Binance.Queries;

/// <summary>Distance between the readings of <c>/futures/data/*</c>. There is no one-minute period.</summary>
/// <param name="Name">Binance's name, such as <c>5m</c>.</param>
/// <param name="Length">Distance between readings.</param>
public sealed record StatisticsPeriod(string Name, TimeSpan Length)
{
    /// <summary>Five minutes.</summary>
    public static StatisticsPeriod FiveMinutes { get; } = new("5m", TimeSpan.FromMinutes(5));

    /// <summary>Fifteen minutes.</summary>
    public static StatisticsPeriod FifteenMinutes { get; } = new("15m", TimeSpan.FromMinutes(15));

    /// <summary>Thirty minutes.</summary>
    public static StatisticsPeriod ThirtyMinutes { get; } = new("30m", TimeSpan.FromMinutes(30));

    /// <summary>One hour.</summary>
    public static StatisticsPeriod OneHour { get; } = new("1h", TimeSpan.FromHours(1));

    /// <summary>Two hours.</summary>
    public static StatisticsPeriod TwoHours { get; } = new("2h", TimeSpan.FromHours(2));

    /// <summary>Four hours.</summary>
    public static StatisticsPeriod FourHours { get; } = new("4h", TimeSpan.FromHours(4));

    /// <summary>Six hours.</summary>
    public static StatisticsPeriod SixHours { get; } = new("6h", TimeSpan.FromHours(6));

    /// <summary>Twelve hours.</summary>
    public static StatisticsPeriod TwelveHours { get; } = new("12h", TimeSpan.FromHours(12));

    /// <summary>One day.</summary>
    public static StatisticsPeriod OneDay { get; } = new("1d", TimeSpan.FromDays(1));

    /// <summary>All of them, shortest first.</summary>
    public static IReadOnlyList<StatisticsPeriod> All { get; } =
        [FiveMinutes, FifteenMinutes, ThirtyMinutes, OneHour, TwoHours, FourHours, SixHours, TwelveHours, OneDay];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
