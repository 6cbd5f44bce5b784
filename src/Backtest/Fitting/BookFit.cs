using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Fitting;

/// <summary>Fits the few parameters of the book that realised liquidations can tell: the shares of the tiers from 20x on beside those below, which
/// are kept alike; the share of thin margins; the half-life; and the liquidated share.</summary>
/// <param name="hours">The whole history: the book remembers what came before the hours it is fitted to.</param>
/// <param name="ladder">The contract's brackets.</param>
/// <param name="split">What was liquidated.</param>
public sealed class BookFit(IReadOnlyList<HistoryHour> hours, BracketLadder ladder, HourSplit split)
{
    // A month does not tell lower tiers apart: their levels are reached too rarely.
    private const int LowestFittedLeverage = 20;

    // Shares of neighbouring tiers, and the half-life, are those of the prior unless the hours say otherwise.
    private const double Pull = 0.003;

    private const double FirstStep = 0.3;
    private const double Tolerance = 1e-4;
    private const int MostSteps = 2000;

    /// <summary>What is assumed before any liquidation is seen: as many contracts at one tier as at another, but for the few that only the
    /// largest contracts have.</summary>
    public static BookParameters Prior { get; } = BookParameters.Default with
    {
        Tiers = [new(2, .15), new(3, .15), new(5, .15), new(10, .15), new(20, .15), new(50, .15), new(100, .07), new(125, .03)],
        ThinShare = .003,
        HalfLifePerPercent = TimeSpan.FromHours(4),
    };

    /// <summary>Fits to some hours, by least squares between the logs of predicted and realised volumes.</summary>
    /// <param name="fitted">Indices of the hours, in order.</param>
    /// <returns>The parameters; what the hours say nothing of is as in the prior.</returns>
    public BookParameters Fit(IReadOnlyList<int> fitted)
    {
        ArgumentNullException.ThrowIfNull(fitted);

        int[] tiers = [.. Enumerable.Range(0, Prior.Tiers.Count).Where(i => Prior.Tiers[i].Leverage >= LowestFittedLeverage)];
        var objective = ObjectiveFunction.Value(moves => Loss(WithMoves(tiers, moves), moves, fitted));
        var still = Vector<double>.Build.Dense(tiers.Length + 2);
        var best = NelderMeadSimplex.Minimum(objective, still, still + FirstStep, Tolerance, MostSteps).MinimizingPoint;
        return WithScale(WithMoves(tiers, best), fitted).Parameters;
    }

    // Moves are logs of factors: of each fitted tier's share, of the thin share, of the half-life.
    private static BookParameters WithMoves(int[] tiers, Vector<double> moves)
    {
        var shares = Prior.Tiers.Select(tier => tier.Share).ToArray();
        for (var i = 0; i < tiers.Length; i++)
        {
            shares[tiers[i]] *= Math.Exp(moves[i]);
        }

        var thin = Prior.ThinShare * Math.Exp(moves[tiers.Length]);
        var all = shares.Sum() + thin;
        return Prior with
        {
            Tiers = [.. Prior.Tiers.Zip(shares, (tier, share) => tier with { Share = share / all })],
            ThinShare = thin / all,
            HalfLifePerPercent = Prior.HalfLifePerPercent * Math.Exp(moves[tiers.Length + 1]),
        };
    }

    private double Loss(BookParameters parameters, Vector<double> moves, IReadOnlyList<int> fitted)
    {
        var (scaled, volumes) = WithScale(parameters, fitted);
        var loss = 0.0;
        foreach (var hour in fitted)
        {
            var realised = split.Realised(hour);
            loss += Square(volumes[hour].Longs * scaled.LiquidatedShare, realised.Longs) + Square(volumes[hour].Shorts * scaled.LiquidatedShare, realised.Shorts);
        }

        return (loss / (2 * fitted.Count)) + (Pull * (moves * moves));

        static double Square(double predicted, double realised)
        {
            var difference = PairedSample.LogOf(predicted) - PairedSample.LogOf(realised);
            return difference * difference;
        }
    }

    // Given all else, the liquidated share is the one that makes the totals equal.
    private (BookParameters Parameters, IReadOnlyList<HourlyVolume> Reached) WithScale(BookParameters parameters, IReadOnlyList<int> fitted)
    {
        var reached = new BookModel(parameters with { LiquidatedShare = 1 }, ladder).Replay(hours, (_, _) => { });
        var share = fitted.Sum(hour => split.Realised(hour).Total) / fitted.Sum(hour => reached[hour].Total);
        return (parameters with { LiquidatedShare = share }, reached);
    }
}
