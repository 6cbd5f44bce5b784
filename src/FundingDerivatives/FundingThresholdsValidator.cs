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
            .. Unless(options.LongsPay.Extreme >= options.BullishRate, nameof(options.BullishRate), "must not be above LongsPay:Extreme"),
            .. Unless(-options.ShortsPay.Extreme <= options.BearishRate, nameof(options.BearishRate), "must not be below minus ShortsPay:Extreme"),
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
