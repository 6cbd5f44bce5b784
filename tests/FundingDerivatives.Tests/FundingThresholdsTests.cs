using Microsoft.Extensions.Options;

namespace OmnipotentFutures.FundingDerivatives.Tests;

public class FundingThresholdsTests
{
    private static readonly FundingThresholdsValidator Validator = new();

    public static TheoryData<string, Action<FundingThresholds>> Mistakes { get; } = new()
    {
        { "BullishRate", thresholds => thresholds.BullishRate = 0 },
        { "BullishRate", thresholds => thresholds.BullishRate = 0.06m },
        { "BearishRate", thresholds => thresholds.BearishRate = 0.01m },
        { "BearishRate", thresholds => thresholds.BearishRate = -0.03m },
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
