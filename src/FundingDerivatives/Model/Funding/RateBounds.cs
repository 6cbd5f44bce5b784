namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What a quantity can be, given what is known.</summary>
/// <param name="Low">Smallest value, a fraction; may be negative infinity.</param>
/// <param name="High">Largest value, a fraction; may be positive infinity.</param>
internal readonly record struct RateBounds(double Low, double High);
