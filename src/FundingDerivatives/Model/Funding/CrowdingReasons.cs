namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What a level rests on.</summary>
[Flags]
internal enum CrowdingReasons
{
    /// <summary>Nothing unusual.</summary>
    None = 0,

    /// <summary>The rate's rank in its own history and its size together.</summary>
    PercentileAndFloor = 1,

    /// <summary>The rate takes up much of the room to the cap or floor.</summary>
    CapUtilisation = 2,

    /// <summary>A settlement of this side at the cap or floor made the contract settle every hour.</summary>
    IntervalShortened = 4,

    /// <summary>Too few settlements to rank the rate.</summary>
    InsufficientHistory = 8,

    /// <summary>The level was reached earlier and is not left yet.</summary>
    HeldByHysteresis = 16,

    /// <summary>The running estimate would be extreme, but too little of it is fixed.</summary>
    EarlyEstimate = 32,
}
