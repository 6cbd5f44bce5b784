namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>The exchange's running estimate of the coming settlement.</summary>
/// <param name="Rate">A fraction per interval.</param>
/// <param name="FixedShare">Share of it that can no longer change, 0 to 1.</param>
internal readonly record struct RunningEstimate(double Rate, double FixedShare);
