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

    /// <summary>It settles every hour and has settled more rarely before.</summary>
    Shortened,

    /// <summary>It settles every hour and has done so for as long as the history reaches.</summary>
    NotApplicable,
}
