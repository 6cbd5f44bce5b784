namespace OmnipotentFutures.Backtest.Scores;

/// <summary>Points that each have a predicted and a realised value, and the unit of time they belong to.</summary>
public sealed class PairedSample
{
    private readonly double[] _predicted;
    private readonly double[] _realised;
    private readonly int[] _units;
    private readonly double[] _logPredicted;
    private readonly double[] _logRealised;
    private readonly RankOrder _predictedOrder;
    private readonly RankOrder _realisedOrder;

    // What a few accounts lose in an hour is chance; beside it, predicted and realised need not agree.
    private const double Noise = 10_000;

    /// <summary>Gathers points.</summary>
    /// <param name="points">Predicted and realised value, neither negative, and the index of the unit that weights are given for.</param>
    public PairedSample(IEnumerable<(double Predicted, double Realised, int Unit)> points)
    {
        (double Predicted, double Realised, int Unit)[] all = [.. points];
        _predicted = Array.ConvertAll(all, point => point.Predicted);
        _realised = Array.ConvertAll(all, point => point.Realised);
        _units = Array.ConvertAll(all, point => point.Unit);
        _logPredicted = Array.ConvertAll(_predicted, LogOf);
        _logRealised = Array.ConvertAll(_realised, LogOf);
        _predictedOrder = new RankOrder(_predicted);
        _realisedOrder = new RankOrder(_realised);
    }

    /// <summary>Number of points.</summary>
    public int Count => _units.Length;

    /// <summary>The log that volumes are compared by: of the volume and 10,000 USD, below which an hour is chance.</summary>
    /// <param name="volume">USD, not negative.</param>
    /// <returns>Its log.</returns>
    public static double LogOf(double volume) => Math.Log(Noise + volume);

    /// <summary>Spearman's rank correlation, with mid-ranks for equal values.</summary>
    /// <param name="unitWeights">How often each unit counts.</param>
    /// <returns>From −1 to 1; NaN when it is not defined.</returns>
    public double RankCorrelation(double[] unitWeights)
    {
        var weights = Weights(unitWeights);
        return Correlation.Pearson(_predictedOrder.MidRanks(weights), _realisedOrder.MidRanks(weights), weights);
    }

    /// <summary>Pearson's correlation of <see cref="LogOf"/>.</summary>
    /// <param name="unitWeights">How often each unit counts.</param>
    /// <returns>From −1 to 1; NaN when it is not defined.</returns>
    public double LogCorrelation(double[] unitWeights) => Correlation.Pearson(_logPredicted, _logRealised, Weights(unitWeights));

    /// <summary>Pearson's correlation.</summary>
    /// <param name="unitWeights">How often each unit counts.</param>
    /// <returns>From −1 to 1; NaN when it is not defined.</returns>
    public double LinearCorrelation(double[] unitWeights) => Correlation.Pearson(_predicted, _realised, Weights(unitWeights));

    /// <summary>All that was predicted over all that was realised.</summary>
    /// <param name="unitWeights">How often each unit counts.</param>
    /// <returns>The ratio; NaN or infinite when nothing was realised.</returns>
    public double TotalRatio(double[] unitWeights)
    {
        var weights = Weights(unitWeights);
        return Sum(_predicted, weights) / Sum(_realised, weights);
    }

    private double[] Weights(double[] unitWeights) => Array.ConvertAll(_units, unit => unitWeights[unit]);

    private static double Sum(double[] values, double[] weights) => values.Zip(weights, (value, weight) => value * weight).Sum();
}
