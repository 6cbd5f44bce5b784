namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>Why a study has no interval of confidence.</summary>
internal enum EvidenceGap
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>No event had a price after the horizon.</summary>
    NoEvents,

    /// <summary>There were fewer events than an interval takes.</summary>
    FewEvents,
}
