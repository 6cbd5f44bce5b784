using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>The third score: how much of a simulated market's true book, which nobody can see on a real exchange, the estimated book explains.</summary>
public sealed record SimulatedReport
{
    /// <summary>What the data is: <c>simulated</c>.</summary>
    public string Source { get; } = "simulated";

    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Seed of the market.</summary>
    public required int Seed { get; init; }

    /// <summary>Days of history before the last moment compared.</summary>
    public required int Days { get; init; }

    /// <summary>Version of the book's parameters.</summary>
    public required string ParametersVersion { get; init; }

    /// <summary>Whether the contract's brackets are only assumed.</summary>
    public required bool BracketsAssumed { get; init; }

    /// <summary>When the books were compared.</summary>
    public required IReadOnlyList<DateTimeOffset> Moments { get; init; }

    /// <summary>True notional within 20 % of the price, USDT, both sides, the mean of the moments.</summary>
    public required double TrueNotional { get; init; }

    /// <summary>The model first, then the baselines.</summary>
    public required IReadOnlyList<OverlapRow> Rows { get; init; }
}

/// <summary>How much of the true book one map explains.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="TotalRatio">Σ estimated / Σ true; null for a map without a scale.</param>
/// <param name="Overlap">Σ min(true, estimated) / Σ true over bands of 0.25 %; null for a map without a scale.</param>
/// <param name="ScaledOverlap">The same after scaling to the true total.</param>
/// <param name="Rank">Spearman's rank correlation over the bands; null where it is not defined.</param>
public sealed record OverlapRow(string Name, Spread? TotalRatio, Spread? Overlap, Spread? ScaledOverlap, Spread? Rank)
{
    /// <summary>Sums up comparisons.</summary>
    /// <param name="name">Whose map it is.</param>
    /// <param name="hasScale">Whether it is in USDT.</param>
    /// <param name="overlaps">A comparison a moment.</param>
    /// <returns>The row.</returns>
    public static OverlapRow Of(string name, bool hasScale, IReadOnlyList<BookOverlap> overlaps) => new(
        name,
        hasScale ? Spread.Of(overlaps.Select(overlap => (double?)overlap.TotalRatio)) : null,
        hasScale ? Spread.Of(overlaps.Select(overlap => (double?)overlap.Overlap)) : null,
        Spread.Of(overlaps.Select(overlap => (double?)overlap.ScaledOverlap)),
        Spread.Of(overlaps.Select(overlap => overlap.Rank)));
}

/// <summary>A figure over several moments.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Lowest">Its lowest.</param>
/// <param name="Highest">Its highest.</param>
public readonly record struct Spread(double Mean, double Lowest, double Highest)
{
    /// <summary>Sums up figures.</summary>
    /// <param name="figures">A figure a moment; null where it is not defined.</param>
    /// <returns>Their spread; null when none is defined.</returns>
    public static Spread? Of(IEnumerable<double?> figures)
    {
        double[] known = [.. figures.OfType<double>()];
        return known is [] ? null : new Spread(known.Average(), known.Min(), known.Max());
    }
}
