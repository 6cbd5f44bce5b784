namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What <see cref="CascadeProbability.Default"/> was fitted to, and how well it does on hours that it was not fitted to.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="From">Start of the sample, Unix ms.</param>
/// <param name="To">End of the sample, Unix ms.</param>
/// <param name="Hours">Hours in it.</param>
/// <param name="BaseRateDown">Share of the hours that a cascade of longs followed within the horizon, a fraction.</param>
/// <param name="BaseRateUp">The same of shorts.</param>
/// <param name="BrierSkillDown">Skill on held-out hours, of longs.</param>
/// <param name="BrierSkillUp">The same of shorts.</param>
public sealed record CascadeCalibration(
    string Symbol, long From, long To, int Hours, double BaseRateDown, double BaseRateUp, BrierSkill BrierSkillDown, BrierSkill BrierSkillUp)
{
    /// <summary>That of the coefficients in use: 2026-01-01 03:00 to 2026-01-16 05:00 UTC, held-out hours to 2026-01-29 (docs/accuracy.md).</summary>
    public static CascadeCalibration Default { get; } = new(
        "BTCUSDT", 1_767_236_400_000, 1_768_539_600_000, 359, 0.432, 0.390, new(0.18, 0.06, 0.30), new(0.15, -0.01, 0.29));
}

/// <summary>How much smaller the squared error of a probability is than that of the base rate: 1 is certainty, 0 no better than the base rate.</summary>
/// <param name="Value">The skill, a fraction; negative when worse.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct BrierSkill(double Value, double Low, double High);
