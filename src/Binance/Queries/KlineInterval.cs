namespace OmnipotentFutures.Binance.Queries;

/// <summary>Length of a bar.</summary>
/// <param name="Name">Binance's name, such as <c>5m</c>.</param>
/// <param name="Length">Length of a bar.</param>
public sealed record KlineInterval(string Name, TimeSpan Length)
{
    /// <summary>One minute.</summary>
    public static KlineInterval OneMinute { get; } = new("1m", TimeSpan.FromMinutes(1));

    /// <summary>Five minutes.</summary>
    public static KlineInterval FiveMinutes { get; } = new("5m", TimeSpan.FromMinutes(5));

    /// <summary>Fifteen minutes.</summary>
    public static KlineInterval FifteenMinutes { get; } = new("15m", TimeSpan.FromMinutes(15));

    /// <summary>Thirty minutes.</summary>
    public static KlineInterval ThirtyMinutes { get; } = new("30m", TimeSpan.FromMinutes(30));

    /// <summary>One hour.</summary>
    public static KlineInterval OneHour { get; } = new("1h", TimeSpan.FromHours(1));

    /// <summary>Two hours.</summary>
    public static KlineInterval TwoHours { get; } = new("2h", TimeSpan.FromHours(2));

    /// <summary>Four hours.</summary>
    public static KlineInterval FourHours { get; } = new("4h", TimeSpan.FromHours(4));

    /// <summary>Eight hours.</summary>
    public static KlineInterval EightHours { get; } = new("8h", TimeSpan.FromHours(8));

    /// <summary>One day.</summary>
    public static KlineInterval OneDay { get; } = new("1d", TimeSpan.FromDays(1));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
