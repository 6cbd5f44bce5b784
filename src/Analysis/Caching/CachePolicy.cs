namespace OmnipotentFutures.Analysis.Caching;

/// <summary>How long a value lives.</summary>
/// <param name="Fresh">As long as it is younger, nothing is fetched.</param>
/// <param name="Keep">As long as it is younger, it is given out as stale while the exchange fails.</param>
public sealed record CachePolicy(TimeSpan Fresh, TimeSpan Keep)
{
    /// <summary>For a series that grows at fixed times: what was fetched since the latest reading came out is fresh.</summary>
    /// <param name="period">Distance between readings, counted from midnight UTC.</param>
    /// <param name="lag">How long after its time a reading comes out.</param>
    /// <param name="keep">As long as it is younger, it is given out as stale while the exchange fails.</param>
    /// <param name="now">Present time.</param>
    /// <returns>The policy for now.</returns>
    public static CachePolicy UntilNext(TimeSpan period, TimeSpan lag, TimeSpan keep, DateTimeOffset now) =>
        new(TimeSpan.FromTicks((now - lag).UtcTicks % period.Ticks), keep);
}

/// <summary>A value and when it was asked for.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="FetchedAt">When it was asked for, UTC.</param>
/// <param name="IsStale">Whether it is older than wished because the exchange fails.</param>
public sealed record Cached<T>(T Value, DateTimeOffset FetchedAt, bool IsStale = false);
