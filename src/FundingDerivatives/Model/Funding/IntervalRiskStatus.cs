namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>How near a contract is to settling every hour.</summary>
internal enum IntervalRiskStatus
{
    /// <summary>The cap or floor on the paying side is not known.</summary>
    Unknown,

    /// <summary>Far from the limit.</summary>
    None,

    /// <summary>Much of the room to the limit is taken up, or the settlement reaches it if the premium stays.</summary>
    Possible,

    /// <summary>The running estimate is at the limit.</summary>
    Likely,

    /// <summary>It settles every hour since a settlement at the cap or floor.</summary>
    Shortened,

    /// <summary>It settles every hour, and no settlement at the cap or floor brought that: there is no shorter interval.</summary>
    NotApplicable,
}
