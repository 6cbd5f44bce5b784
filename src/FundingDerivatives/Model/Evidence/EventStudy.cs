namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>What prices did after events of a kind, beside what they did after any instant of the same sample.</summary>
internal sealed record EventStudy
{
    /// <summary>First instant of the sample with a return, Unix ms; null without any.</summary>
    public required long? From { get; init; }

    /// <summary>Last instant of the sample with a return, Unix ms; null without any.</summary>
    public required long? To { get; init; }

    /// <summary>Instants of the sample with a return.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Mean return after any of them, a fraction; null without any.</summary>
    public required double? UnconditionalMean { get; init; }

    /// <summary>Share of them after which the price was higher, 0 to 1; null without any.</summary>
    public required double? UnconditionalShareUp { get; init; }

    /// <summary>Events with a return.</summary>
    public required int Events { get; init; }

    /// <summary>Mean return after them, a fraction; null without any.</summary>
    public required double? Mean { get; init; }

    /// <summary>Share of them after which the price was higher, 0 to 1; null without any.</summary>
    public required double? ShareUp { get; init; }

    /// <summary>Interval of confidence for the mean; null for the reason in <see cref="Gap"/>.</summary>
    public required ReturnInterval? Confidence { get; init; }

    /// <summary>Why there is no interval.</summary>
    public required EvidenceGap Gap { get; init; }
}
