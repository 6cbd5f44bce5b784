using Microsoft.Extensions.Options;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>Refuses thresholds by which a contract could have two statuses or none.</summary>
internal sealed class FundingThresholdsValidator : IValidateOptions<FundingThresholds>
{
    public ValidateOptionsResult Validate(string? name, FundingThresholds options)
    {
        List<string> failures =
        [
            .. Unless(options.BullishRate > 0, nameof(options.BullishRate), "must be above 0"),
            .. Unless(options.BearishRate < 0, nameof(options.BearishRate), "must be below 0"),
            .. Unless(IsRising(options.LongsPay), nameof(options.LongsPay), "must have 0 < Elevated < High < Extreme"),
            .. Unless(IsRising(options.ShortsPay), nameof(options.ShortsPay), "must have 0 < Elevated < High < Extreme"),
            .. Unless(IsRising(options.Percentiles) && options.Percentiles is { Elevated: > 50, Extreme: < 100 }, nameof(options.Percentiles), "must have 50 < Elevated < High < Extreme < 100"),
            .. Unless(options.MinHistory is >= 1 and <= 1000, nameof(options.MinHistory), "must lie between 1 and 1000"),
            .. Unless(options.PercentileSlack is >= 0 and < 50, nameof(options.PercentileSlack), "must lie between 0 and 50"),
            .. Unless(options.FloorShare is > 0 and <= 100, nameof(options.FloorShare), "must be above 0 and at most 100"),
            .. Unless(options.CapUtilisation is > 0 and <= 100, nameof(options.CapUtilisation), "must be above 0 and at most 100"),
            .. Unless(options.EarlyEstimate is >= 0 and <= 100, nameof(options.EarlyEstimate), "must lie between 0 and 100"),
            .. Unless(options.AlertCooldownHours is >= 0 and <= 720, nameof(options.AlertCooldownHours), "must lie between 0 and 720"),
            .. Unless(options.BasisDeadBand >= 0, nameof(options.BasisDeadBand), "must not be negative"),
            .. Unless(options.MinBasisDeadBand >= 0, nameof(options.MinBasisDeadBand), "must not be negative"),
            .. Unless(options.FlatPriceChange >= 0, nameof(options.FlatPriceChange), "must not be negative"),
            .. Unless(options.FlatOpenInterestChange >= 0, nameof(options.FlatOpenInterestChange), "must not be negative"),
            .. Unless(options.Divergence is >= 0 and <= 100, nameof(options.Divergence), "must lie between 0 and 100"),
            .. Unless(options.HeavyAccountShare is > 50 and < 100, nameof(options.HeavyAccountShare), "must lie between 50 and 100"),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsRising(LevelFloors floors) => 0 < floors.Elevated && floors.Elevated < floors.High && floors.High < floors.Extreme;

    private static IEnumerable<string> Unless(bool holds, string setting, string rule) =>
        holds ? [] : [$"{FundingThresholds.Section}:{setting} {rule}."];
}
