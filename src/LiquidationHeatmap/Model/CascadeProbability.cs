namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Probability that within the next 4 hours there is an hour whose liquidations on one side are at least 20 times the median hour of the
/// 7 days before. A logistic function of two signs that any book has, with coefficients fitted to realised liquidations.</summary>
/// <param name="Intercept">Log odds when both signs are zero.</param>
/// <param name="PerDistance">Log odds for each unit of <see cref="CascadeSigns.Distance"/>; negative.</param>
/// <param name="PerSeason">Log odds for each unit of <see cref="CascadeSigns.Season"/>; positive.</param>
public sealed record CascadeProbability(double Intercept, double PerDistance, double PerSeason)
{
    /// <summary>Hours ahead.</summary>
    public const int HorizonHours = 4;

    /// <summary>How many times the median hour counts as a cascade.</summary>
    public const double Multiple = 20;

    /// <summary>The coefficients in use; the same for both sides. Fitted with <see cref="BookParameters.Default"/>, to the same hours.</summary>
    public static CascadeProbability Default { get; } = new(-0.214, -1.498, 2.994);

    /// <summary>The probability.</summary>
    /// <param name="signs">The signs.</param>
    /// <returns>A fraction.</returns>
    public double Of(CascadeSigns signs) =>
        1 / (1 + Math.Exp(-(Intercept + (PerDistance * signs.Distance) + (PerSeason * signs.Season))));
}
