namespace OmnipotentFutures.Hosting.Problems;

/// <summary>An error as callers are told of it.</summary>
/// <param name="Code">Stable machine name, snake case: one of <see cref="ErrorCodes"/>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Message">A sentence for people: what is wrong and what is allowed.</param>
public sealed record ServiceError(string Code, int Status, string Message)
{
    /// <summary>How long to wait before the same call can succeed; null where waiting does not help or the time is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Further members of the problem document, such as the closest listed symbols.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();
}
