namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>How far a contract has traded from its index over the last month, and hence how far is nothing unusual.</summary>
internal static class BasisHistory
{
    /// <summary>Fewest readings from which a band is taken.</summary>
    public const int MinReadings = 30;

    private const double BandInSigmas = 2;
    private const double YearMs = 365 * 86_400_000.0;

    /// <summary>Half-width of the band around zero in which a perpetual's basis is noise: two robust standard deviations of its own history.</summary>
    /// <param name="history">Basis, fractions.</param>
    /// <returns>A fraction; null when the history is too short.</returns>
    public static double? Band(IEnumerable<double> history)
    {
        double[] sorted = [.. history];
        if (sorted.Length < MinReadings)
        {
            return null;
        }

        Array.Sort(sorted);
        return BandInSigmas * Standing.RobustSigma(sorted);
    }

    /// <summary>The same of a delivery contract, whose basis shrinks as it nears its end: the band of its yearly rate, at the time that is left.</summary>
    /// <param name="history">Basis with its time.</param>
    /// <param name="expiry">Delivery, Unix ms.</param>
    /// <param name="now">Present time, Unix ms.</param>
    /// <returns>A fraction; null when the history is too short.</returns>
    public static double? Band(IEnumerable<(long Time, double Basis)> history, long expiry, long now) =>
        Band(history.Where(reading => reading.Time < expiry).Select(reading => OverYear(reading.Basis, expiry - reading.Time))) * (expiry - now) / YearMs;

    /// <summary>A basis over a year without compounding: times 365 over the days that are left, counted exactly.</summary>
    /// <param name="basis">Basis, in any unit.</param>
    /// <param name="left">Time until delivery, ms, above 0.</param>
    /// <returns>The yearly rate in the same unit.</returns>
    public static double OverYear(double basis, long left) => basis * YearMs / left;
}
