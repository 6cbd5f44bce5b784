namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Where a funding rate settles if the premium stays as it is.</summary>
internal static class FundingProjection
{
    /// <summary><c>P_end = w · P_avg + (1 − w) · P_now</c> through the exchange's formula. On the plateau, at the cap and at the floor the average premium
    /// is known within bounds only, and so is the settlement.</summary>
    /// <param name="terms">The contract's terms.</param>
    /// <param name="estimate">The exchange's running estimate, a fraction per interval.</param>
    /// <param name="premiumNow">Present premium index, a fraction.</param>
    /// <param name="fixedShare">w, the share that is fixed already, 0 to 1.</param>
    /// <returns>Fractions per interval within floor and cap.</returns>
    public static RateBounds Of(FundingTerms terms, double estimate, double premiumNow, double fixedShare)
    {
        var average = terms.PremiumOf(estimate);
        return new(Settled(average.Low), Settled(average.High));

        // An unbounded average that weighs nothing is not 0 · ∞.
        double Settled(double averagePremium) =>
            terms.RateOf(fixedShare > 0 ? (fixedShare * averagePremium) + ((1 - fixedShare) * premiumNow) : premiumNow);
    }
}
