namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A settlement of which the interval is known.</summary>
/// <param name="Time">The full hour of the settlement, Unix ms.</param>
/// <param name="Rate">What was paid, a fraction per interval; positive: longs paid shorts.</param>
/// <param name="IntervalHours">Hours it was paid for.</param>
/// <param name="MarkPrice">Mark price then, quote units; null in old rows.</param>
internal readonly record struct SettledRate(long Time, double Rate, int IntervalHours, double? MarkPrice)
{
    /// <summary>The rate per 8 hours, a fraction: comparable across intervals.</summary>
    public double Per8Hours => Rate * 8 / IntervalHours;
}
