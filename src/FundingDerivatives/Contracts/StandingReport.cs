namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Where a value stands in its own history.</summary>
/// <param name="Percentile">Share of earlier readings that are lower, plus half of those that are equal, percent, 0 to 100.</param>
/// <param name="RobustZ">Distance from the median in robust standard deviations (1.4826 times the median absolute deviation); null when more than half
/// of the history is one value.</param>
/// <param name="N">Readings in the history.</param>
public sealed record StandingReport(decimal Percentile, decimal? RobustZ, int N);
