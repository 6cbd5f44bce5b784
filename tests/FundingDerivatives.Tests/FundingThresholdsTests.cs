using Microsoft.Extensions.Options;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public class FundingThresholdsTests
{
    private static readonly FundingThresholdsValidator Validator = new();

    public static TheoryData<string, Action<FundingThresholds>> Mistakes { get; } = new()
    {
        { "BullishRate", thresholds => thresholds.BullishRate = 0 },
        { "BearishRate", thresholds => thresholds.BearishRate = 0.01m },
        { "Percentiles", thresholds => thresholds.Percentiles.Extreme = 100 },
        { "Percentiles", thresholds => thresholds.Percentiles.High = 80 },
        { "MinHistory", thresholds => thresholds.MinHistory = 0 },
        { "PercentileSlack", thresholds => thresholds.PercentileSlack = -1 },
        { "FloorShare", thresholds => thresholds.FloorShare = 0 },
        { "CapUtilisation", thresholds => thresholds.CapUtilisation = 101 },
        { "EarlyEstimate", thresholds => thresholds.EarlyEstimate = -1 },
        { "AlertCooldownHours", thresholds => thresholds.AlertCooldownHours = 721 },
        { "MinBasisDeadBand", thresholds => thresholds.MinBasisDeadBand = -1 },
        { "FlatPriceChange", thresholds => thresholds.FlatPriceChange = -1 },
        { "FlatOpenInterestChange", thresholds => thresholds.FlatOpenInterestChange = -1 },
        { "Divergence", thresholds => thresholds.Divergence = 101 },
        { "LongsPay", thresholds => thresholds.LongsPay.High = 0.05m },
        { "ShortsPay", thresholds => thresholds.ShortsPay.Elevated = 0 },
        { "BasisDeadBand", thresholds => thresholds.BasisDeadBand = -0.1m },
        { "HeavyAccountShare", thresholds => thresholds.HeavyAccountShare = 50 },
    };

    [Fact]
    public void Defaults_are_valid() => Validator.Validate(null, new FundingThresholds()).ShouldBe(ValidateOptionsResult.Success);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_named(string setting, Action<FundingThresholds> make)
    {
        var thresholds = new FundingThresholds();
        make(thresholds);

        var result = Validator.Validate(null, thresholds);

        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldContain($"FundingThresholds:{setting} ");
    }

    [Fact]
    public async Task Service_with_a_mistake_does_not_start()
    {
        await using var service = FundingDerivativesService.Build("--urls=http://127.0.0.1:0", "--FundingThresholds:HeavyAccountShare=40");

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => service.StartAsync());

        failure.Message.ShouldContain("FundingThresholds:HeavyAccountShare must lie between 50 and 100.");
    }
}
