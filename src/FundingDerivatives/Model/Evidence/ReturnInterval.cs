namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>A 95 % interval of confidence for a mean return.</summary>
/// <param name="Low">Lower end, a fraction.</param>
/// <param name="High">Upper end, a fraction.</param>
internal readonly record struct ReturnInterval(double Low, double High);
