using OmnipotentFutures.Backtest.Fitting;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>The score of the cascade probability on one side, on the held-out hours.</summary>
/// <param name="Side">Longs fall to a cascade downward, shorts to one upward.</param>
/// <param name="FittedCases">Cases among the fitted hours.</param>
/// <param name="FittedBaseRate">How often a cascade came after them, a fraction; null without cases.</param>
/// <param name="Cases">Cases among the held-out hours.</param>
/// <param name="BaseRate">How often a cascade came after them, a fraction.</param>
/// <param name="BrierSkill">1 − Brier score over that of the fitted base rate, which is what was known: above 0 is better than it.</param>
/// <param name="BrierSkillOverOwnRate">The same over the base rate of the held-out hours themselves, which nobody knew.</param>
/// <param name="Reliability">Said and seen, by fifths of what was said.</param>
public sealed record CascadeReport(
    PositionSide Side, int FittedCases, double? FittedBaseRate, int Cases, double? BaseRate, Estimate BrierSkill, Estimate BrierSkillOverOwnRate, IReadOnlyList<ReliabilityBin> Reliability)
{
    private const int Bins = 5;

    /// <summary>Scores one side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="cases">Cases of all hours.</param>
    /// <param name="split">Which hours are held out.</param>
    /// <param name="probability">The probability to score.</param>
    /// <returns>The report.</returns>
    public static CascadeReport Of(PositionSide side, IReadOnlyList<CascadeCase> cases, HourSplit split, CascadeProbability probability)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(probability);

        CascadeCase[] fitted = [.. cases.Where(@case => @case.Side == side && split.MayFitCascade(@case.Hour))];
        (double Said, double Seen)[] held =
        [
            .. cases.Where(@case => @case.Side == side && @case.Hour >= split.HeldOut[0])
                .Select(@case => (probability.Of(@case.Signs), @case.IsEvent ? 1.0 : 0.0)),
        ];
        double? fittedRate = fitted is [] ? null : fitted.Average(@case => @case.IsEvent ? 1.0 : 0.0);
        var bootstrap = held is [] ? null : new BlockBootstrap(held.Length, HourlyReport.BlockHours);
        return new CascadeReport(
            side,
            fitted.Length,
            fittedRate,
            held.Length,
            held is [] ? null : held.Average(pair => pair.Seen),
            fittedRate is { } known && bootstrap is not null ? bootstrap.Of(weights => Skill(held, weights, known)) : default,
            bootstrap?.Of(weights => Skill(held, weights, Rate(held, weights))) ?? default,
            [.. held.OrderBy(pair => pair.Said).Chunk(Math.Max(1, (held.Length + Bins - 1) / Bins))
                .Select(bin => new ReliabilityBin(bin.Length, bin.Average(pair => pair.Said), bin.Average(pair => pair.Seen)))]);
    }

    private static double Rate((double Said, double Seen)[] held, double[] weights)
    {
        var (count, seen) = (0.0, 0.0);
        for (var i = 0; i < held.Length; i++)
        {
            count += weights[i];
            seen += weights[i] * held[i].Seen;
        }

        return seen / count;
    }

    private static double Skill((double Said, double Seen)[] held, double[] weights, double rate)
    {
        var (score, ofRate) = (0.0, 0.0);
        for (var i = 0; i < held.Length; i++)
        {
            score += weights[i] * Math.Pow(held[i].Said - held[i].Seen, 2);
            ofRate += weights[i] * Math.Pow(rate - held[i].Seen, 2);
        }

        return 1 - (score / ofRate);
    }
}

/// <summary>Cases of about the same probability.</summary>
/// <param name="Cases">How many.</param>
/// <param name="Said">Mean probability, a fraction.</param>
/// <param name="Seen">How often a cascade came, a fraction.</param>
public sealed record ReliabilityBin(int Cases, double Said, double Seen);

/// <summary>Parameters that were fitted, and how they come out on halves of the fitted hours.</summary>
/// <param name="FittedTo">The hours they were fitted to.</param>
/// <param name="Parameters">The book's.</param>
/// <param name="Cascade">The cascade probability's.</param>
public sealed record FitReport(string FittedTo, BookParameters Parameters, CascadeProbability Cascade);
