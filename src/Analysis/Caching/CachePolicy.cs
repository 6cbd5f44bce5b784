namespace OmnipotentFutures.Analysis.Caching;

/// <summary>How long a value lives: as long as the exchange gives no other.</summary>
public sealed record CachePolicy
{
    private TimeSpan? Period { get; init; }

    private TimeSpan Lag { get; init; }

    private TimeSpan? Life { get; init; }

    /// <summary>Whether the value may be given out as stale while the exchange fails. Not where an old one misleads, such as a leg of a basis.</summary>
    public bool MayBeStale { get; init; } = true;

    /// <summary>For what changes all the time: fresh for a while.</summary>
    /// <param name="life">For how long; 0 lets those share a value who ask at the same time, and nobody later.</param>
    /// <returns>The policy.</returns>
    public static CachePolicy For(TimeSpan life) => new() { Life = life };

    /// <summary>For a series that grows at fixed times: what was asked for since the latest reading came out is fresh until the next.</summary>
    /// <param name="period">Distance between readings, counted from midnight UTC.</param>
    /// <param name="lag">How long after its time, by the cache's clock, a reading comes out; negative when that clock is behind the exchange's by more.</param>
    /// <returns>The policy.</returns>
    public static CachePolicy UntilNext(TimeSpan period, TimeSpan lag) => new() { Period = period, Lag = lag };

    /// <summary>The same, but fresh for a while at most.</summary>
    /// <param name="life">For how long, above 0.</param>
    /// <returns>The policy.</returns>
    public CachePolicy AtMost(TimeSpan life) => this with { Life = life < Life ? life : Life ?? life };

    /// <summary>When a value must be asked for again.</summary>
    /// <param name="askedAt">When it was asked for.</param>
    /// <param name="ahead">How much sooner it is asked for than it must be. What grows at fixed times is not: nothing new would come.</param>
    /// <returns>The first instant at which it is no longer fresh.</returns>
    public DateTimeOffset ExpiresAt(DateTimeOffset askedAt, TimeSpan ahead = default)
    {
        var byLife = Life is { } life ? askedAt + life - ahead : DateTimeOffset.MaxValue;
        if (Period is not { } period)
        {
            return byLife;
        }

        var sinceLatest = new TimeSpan((askedAt - Lag).UtcTicks % period.Ticks);
        var byClock = askedAt - sinceLatest + period;
        return byClock < byLife ? byClock : byLife;
    }
}

/// <summary>A value and when it was asked for.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="FetchedAt">When it was asked for, UTC.</param>
/// <param name="IsStale">Whether it is older than wished because the exchange fails.</param>
public sealed record Cached<T>(T Value, DateTimeOffset FetchedAt, bool IsStale = false);
