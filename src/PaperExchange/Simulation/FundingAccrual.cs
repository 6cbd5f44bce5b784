namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>The premium since the last settlement, and the funding rate it makes.</summary>
/// <param name="WeightedSum">Sum of k times the k-th premium.</param>
/// <param name="Samples">How many premiums there were.</param>
internal readonly record struct FundingAccrual(double WeightedSum, int Samples)
{
    private const double Dampener = 0.0005;

    /// <summary>Average weighted by time, so that the latest premium counts most: Σk·p / Σk.</summary>
    public double AveragePremium => Samples == 0 ? 0 : WeightedSum * 2 / ((double)Samples * (Samples + 1));

    /// <summary>With one more premium (a fraction of the index price).</summary>
    public FundingAccrual With(double premium) => new(WeightedSum + ((Samples + 1) * premium), Samples + 1);

    /// <summary>Funding rate of one interval, a fraction: [P + clamp(I − P, ±0.05 %)] / (8 / N), held within the cap; Binance's rule
    /// since 2025-09-18.</summary>
    /// <param name="premium">Average premium P, a fraction.</param>
    /// <param name="interest">Interest I per eight hours, a fraction.</param>
    /// <param name="intervalHours">Interval N, hours.</param>
    /// <param name="cap">Highest rate; its negative is the lowest.</param>
    public static double Rate(double premium, double interest, int intervalHours, double cap) =>
        Math.Clamp((premium + Math.Clamp(interest - premium, -Dampener, Dampener)) * intervalHours / 8, -cap, cap);
}
