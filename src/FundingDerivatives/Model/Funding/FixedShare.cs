namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>How much of a coming settlement can no longer change.</summary>
internal static class FixedShare
{
    private const long SampleMs = 5_000;

    /// <summary>The exchange takes the premium every 5 seconds and weighs the k-th sample by k, so that after n of K samples
    /// <c>n(n+1) / (K(K+1))</c> of the weight is taken: half the interval fixes a quarter of the settlement (research page funding-derivatives, 2.1).
    /// </summary>
    /// <param name="intervalStart">Time of the last settlement, Unix ms.</param>
    /// <param name="nextFundingTime">Time of the coming one, Unix ms.</param>
    /// <param name="now">Present, Unix ms.</param>
    /// <returns>0 at the start of the interval to 1 at its end.</returns>
    public static double Of(long intervalStart, long nextFundingTime, long now)
    {
        if (now >= nextFundingTime)
        {
            return 1;
        }

        var total = (double)((nextFundingTime - intervalStart) / SampleMs);
        var taken = (double)((now - intervalStart) / SampleMs);
        return taken <= 0 ? 0 : taken * (taken + 1) / (total * (total + 1));
    }
}
