namespace OmnipotentFutures.Binance.Queries;

/// <summary>Which rows of a history to ask for. Without times Binance answers the latest rows.</summary>
public readonly record struct HistoryRange
{
    /// <summary>Highest number of rows; null leaves Binance's default. Above the endpoint's page size the call throws
    /// <see cref="ArgumentOutOfRangeException"/> before anything is sent.</summary>
    public int? Limit { get; init; }

    /// <summary>First time, inclusive, Unix ms.</summary>
    public long? StartTime { get; init; }

    /// <summary>Last time, inclusive, Unix ms.</summary>
    public long? EndTime { get; init; }

    /// <summary>The latest rows.</summary>
    /// <param name="limit">How many.</param>
    /// <returns>The range.</returns>
    public static HistoryRange Latest(int limit) => new() { Limit = limit };
}
