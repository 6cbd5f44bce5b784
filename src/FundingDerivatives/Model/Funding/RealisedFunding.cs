namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What a position paid over some days.</summary>
/// <param name="Days">The days.</param>
/// <param name="Sum">Sum of the rates that were really settled, a fraction of the notional; positive: longs paid.</param>
/// <param name="Count">Settlements in it.</param>
/// <param name="IsComplete">Whether the history reaches back that far; otherwise the sum is over less.</param>
internal sealed record RealisedFunding(int Days, double Sum, int Count, bool IsComplete);
