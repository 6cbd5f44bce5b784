namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>An input, or that there is none.</summary>
/// <typeparam name="T">Type of the input.</typeparam>
/// <param name="Value">The input; null when there is none.</param>
/// <param name="HasFailed">Whether the exchange could not be asked. Without a value and without a failure the exchange has none to give.</param>
/// <param name="IsStale">Whether the value is older than wished because the exchange fails.</param>
internal sealed record Reading<T>(T? Value, bool HasFailed = false, bool IsStale = false)
    where T : class
{
    public static Reading<T> None { get; } = new(Value: null);

    public static Reading<T> Failed { get; } = new(Value: null, HasFailed: true);

    /// <summary>A part of the input, as stale and as failed as the whole.</summary>
    public Reading<TPart> Select<TPart>(Func<T, TPart?> part)
        where TPart : class => new(Value is null ? null : part(Value), HasFailed, IsStale);
}
