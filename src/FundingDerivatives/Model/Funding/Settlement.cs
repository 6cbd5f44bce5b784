namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A regular funding settlement as the exchange lists it.</summary>
/// <param name="Time">Unix ms; comes some milliseconds after the full hour at times.</param>
/// <param name="Rate">What was paid, a fraction per interval; positive: longs paid shorts.</param>
/// <param name="MarkPrice">Mark price then, quote units; null in old rows.</param>
internal readonly record struct Settlement(long Time, double Rate, double? MarkPrice = null);
