namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Where a value stands in its own history.</summary>
/// <param name="MidRank">Share of the history that is lower, plus half of what is equal, 0 to 1. A plain share of "lower or equal" calls a rate that sits
/// at the exchange's baseline for weeks extreme.</param>
/// <param name="RobustZ">Distance from the median in units of 1.4826 times the median absolute deviation, which for a normal distribution are standard
/// deviations; null when more than half of the history is one value.</param>
/// <param name="Count">Values in the history, at least 1.</param>
internal sealed record Standing(double MidRank, double? RobustZ, int Count)
{
    private const double DeviationsToSigma = 1.4826;

    /// <summary>Places a value.</summary>
    /// <param name="history">Earlier values in any order.</param>
    /// <param name="value">The value.</param>
    /// <returns>Null without a history.</returns>
    public static Standing? Of(IEnumerable<double> history, double value)
    {
        double[] sorted = [.. history];
        if (sorted.Length == 0)
        {
            return null;
        }

        Array.Sort(sorted);
        return new(MidRankOf(sorted, value), RobustSigma(sorted) is > 0 and var sigma ? (value - Median(sorted)) / sigma : null, sorted.Length);
    }

    /// <summary>Share that is lower plus half of what is equal, 0 to 1.</summary>
    /// <param name="history">Earlier values in any order, at least one.</param>
    /// <param name="value">The value.</param>
    public static double MidRankOf(ReadOnlySpan<double> history, double value)
    {
        var (lower, equal) = (0, 0);
        foreach (var earlier in history)
        {
            lower += earlier < value ? 1 : 0;
            equal += earlier == value ? 1 : 0;
        }

        return (lower + (equal / 2.0)) / history.Length;
    }

    /// <summary>1.4826 times the median absolute deviation.</summary>
    /// <param name="sorted">Values in ascending order, at least one.</param>
    public static double RobustSigma(double[] sorted)
    {
        var median = Median(sorted);
        var deviations = Array.ConvertAll(sorted, value => Math.Abs(value - median));
        Array.Sort(deviations);
        return DeviationsToSigma * Median(deviations);
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
