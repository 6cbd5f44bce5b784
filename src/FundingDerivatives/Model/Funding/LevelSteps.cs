namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Where the levels begin, in rising order.</summary>
/// <param name="Elevated">From here ELEVATED.</param>
/// <param name="High">From here HIGH.</param>
/// <param name="Extreme">From here EXTREME.</param>
internal sealed record LevelSteps(double Elevated, double High, double Extreme)
{
    /// <summary>Where a level begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not one of the three.</exception>
    public double this[CrowdingLevel level] => level switch
    {
        CrowdingLevel.Elevated => Elevated,
        CrowdingLevel.High => High,
        CrowdingLevel.Extreme => Extreme,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Only ELEVATED, HIGH and EXTREME begin somewhere."),
    };
}
