namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>How crowded the paying side is, in rising order. It says what holding costs, not where the price goes.</summary>
internal enum CrowdingLevel
{
    /// <summary>The contract's own history is too short to tell.</summary>
    InsufficientHistory,

    /// <summary>Nothing unusual.</summary>
    Normal,

    /// <summary>Dearer than usual.</summary>
    Elevated,

    /// <summary>Dear.</summary>
    High,

    /// <summary>Very dear.</summary>
    Extreme,
}
