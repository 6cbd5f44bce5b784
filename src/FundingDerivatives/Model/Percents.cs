namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Fractions as the percentages that are answered.</summary>
internal static class Percents
{
    private const int Decimals = 6;

    /// <summary>A fraction as percent.</summary>
    public static decimal Percent(double fraction) => Rounded((decimal)fraction * 100);

    /// <summary>A fraction as percent.</summary>
    public static decimal? Percent(decimal? fraction) => fraction is { } known ? Rounded(known * 100) : null;

    /// <summary>A percentage with the decimals of the contract.</summary>
    public static decimal Rounded(decimal percent) => Math.Round(percent, Decimals);
}
