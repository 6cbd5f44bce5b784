namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Accounts that are long against accounts that are short, over all accounts of the exchange, hourly. The first of the four
/// counts of <c>positioning</c>, as the brief has it; five-minute readings are at <c>/history</c>.</summary>
public sealed record LongShortRatioReport
{
    /// <summary>Long accounts over short accounts.</summary>
    public required decimal Value { get; init; }

    /// <summary>Which side is heavy.</summary>
    public required LongShortStatus Status { get; init; }

    /// <summary>The status in a sentence.</summary>
    public required string Signal { get; init; }

    /// <summary>Share of accounts that are long, percent; null when the exchange does not say.</summary>
    public required decimal? LongAccount { get; init; }

    /// <summary>Share of accounts that are short, percent; null when the exchange does not say.</summary>
    public required decimal? ShortAccount { get; init; }

    /// <summary>Where the ratio stands in its own history of at most two weeks; null without one.</summary>
    public required StandingReport? Standing { get; init; }

    /// <summary>When the exchange read it, Unix ms.</summary>
    public required long Timestamp { get; init; }
}
