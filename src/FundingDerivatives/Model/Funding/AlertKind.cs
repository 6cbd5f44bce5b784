namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What an alert is about.</summary>
internal enum AlertKind
{
    /// <summary>A side is crowded: HIGH or EXTREME.</summary>
    Crowding,

    /// <summary>The contract settles every hour since a settlement at the cap or floor.</summary>
    IntervalShortened,
}
