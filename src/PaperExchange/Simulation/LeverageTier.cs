namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A leverage traders use.</summary>
/// <param name="Leverage">Leverage of the isolated margin.</param>
/// <param name="Share">Its share of newly opened contracts.</param>
/// <param name="HalfLifeHours">After this many hours half of those who entered have closed of their own will.</param>
internal readonly record struct LeverageTier(int Leverage, double Share, double HalfLifeHours)
{
    private static readonly LeverageTier[] All =
    [
        new(2, .05, 1440), new(3, .10, 720), new(5, .20, 240), new(10, .27, 96), new(20, .14, 36),
        new(25, .08, 24), new(50, .09, 8), new(75, .03, 5), new(100, .03, 3), new(125, .01, 2),
    ];

    /// <summary>Mean time until they close, bars.</summary>
    public double MeanLife => HalfLifeHours * SimulationTime.BarsPerHour / Math.Log(2);

    /// <summary>The tiers a contract allows, lowest first, their shares adding up to one.</summary>
    public static LeverageTier[] UpTo(int maxLeverage)
    {
        var allowed = Array.FindAll(All, tier => tier.Leverage <= maxLeverage);
        var total = allowed.Sum(tier => tier.Share);
        return Array.ConvertAll(allowed, tier => tier with { Share = tier.Share / total });
    }

    /// <summary>Picks a tier by weight.</summary>
    /// <param name="tiers">Tiers to choose from.</param>
    /// <param name="weight">Weight of a tier.</param>
    /// <param name="draw">Uniform in [0, 1).</param>
    public static LeverageTier Pick(LeverageTier[] tiers, Func<LeverageTier, double> weight, double draw)
    {
        var left = draw * tiers.Sum(weight);
        foreach (var tier in tiers)
        {
            left -= weight(tier);
            if (left < 0)
            {
                return tier;
            }
        }

        return tiers[^1];
    }
}
