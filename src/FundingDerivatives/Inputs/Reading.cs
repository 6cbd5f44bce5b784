namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>An input, or that there is none.</summary>
/// <typeparam name="T">Type of the input.</typeparam>
/// <param name="Value">The input; null when there is none.</param>
/// <param name="ReadAt">When the exchange was asked for it, UTC; null when it could not be asked.</param>
/// <param name="IsStale">Whether the value is older than wished because the exchange fails.</param>
internal sealed record Reading<T>(T? Value, DateTimeOffset? ReadAt = null, bool IsStale = false)
    where T : class
{
    /// <summary>The exchange could not be asked.</summary>
    public static Reading<T> Failed { get; } = new(Value: null);

    /// <summary>Whether the exchange could not be asked. Without a value and without a failure the exchange has none to give.</summary>
    public bool HasFailed => ReadAt is null;

    /// <summary>The exchange has nothing to give, or needs not be asked.</summary>
    /// <param name="at">When that was found out, UTC.</param>
    public static Reading<T> None(DateTimeOffset at) => new(Value: null, at);

    /// <summary>A part of the input, as old and as stale as the whole.</summary>
    /// <typeparam name="TPart">Type of the part.</typeparam>
    /// <param name="part">Takes the part; null where there is none.</param>
    public Reading<TPart> Select<TPart>(Func<T, TPart?> part)
        where TPart : class => new(Value is null ? null : part(Value), ReadAt, IsStale);
}
