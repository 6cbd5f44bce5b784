using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class FundingTermsTests
{
    private static readonly FundingTerms EightHours = new(8, 0.0001, 0.003, -0.003);
    private static readonly FundingTerms FourHours = new(4, 0.0001, 0.02, -0.02);

    [Theory]
    // I − P = 0.0001 − 0.001 = −0.0009, clamped −0.0005: 0.001 − 0.0005.
    [InlineData(0.001, 0.0005)]
    // I − P = 0.0001 + 0.0008 = 0.0009, clamped 0.0005: −0.0008 + 0.0005.
    [InlineData(-0.0008, -0.0003)]
    // From −0.04 % to +0.06 % the clamp does not bind: F = P + I − P.
    [InlineData(-0.0004, 0.0001)]
    [InlineData(0.0006, 0.0001)]
    [InlineData(0.000123, 0.0001)]
    // 0.004 − 0.0005 = 0.0035 is above the cap, −0.004 + 0.0005 below the floor.
    [InlineData(0.004, 0.003)]
    [InlineData(-0.004, -0.003)]
    public void Rate_of_eight_hours_follows_the_formula(double premium, double expected) => EightHours.RateOf(premium).ShouldBe(expected, 1e-15);

    [Theory]
    // (0.001 − 0.0005) · 4/8 and 0.0001 · 4/8.
    [InlineData(0.001, 0.00025)]
    [InlineData(0, 0.00005)]
    public void Rate_of_four_hours_is_half_of_it(double premium, double expected) => FourHours.RateOf(premium).ShouldBe(expected, 1e-15);

    [Fact]
    public void Rate_has_the_decimals_of_the_wire() =>
        // (0.00123456 − 0.0005) / 8 = 0.00009182.
        (EightHours with { IntervalHours = 1 }).RateOf(0.00123456).ShouldBe(0.00009182, 1e-15);

    [Theory]
    // 0.0005 + 0.0005; −0.0003 − 0.0005.
    [InlineData(0.0005, 0.001, 0.001)]
    [InlineData(-0.0003, -0.0008, -0.0008)]
    // The plateau, and one digit of the wire beside it.
    [InlineData(0.0001, -0.0004, 0.0006)]
    [InlineData(0.00010001, 0.00060001, 0.00060001)]
    [InlineData(0.00009999, -0.00040001, -0.00040001)]
    [InlineData(0.003, 0.0035, double.PositiveInfinity)]
    [InlineData(-0.003, double.NegativeInfinity, -0.0035)]
    // A cap that was lowered since: the estimate is at it.
    [InlineData(0.004, 0.0035, double.PositiveInfinity)]
    public void Premium_of_an_estimate_is_the_inverse(double estimate, double low, double high)
    {
        var premium = EightHours.PremiumOf(estimate);

        Near(premium.Low, low).ShouldBeTrue($"{premium}");
        Near(premium.High, high).ShouldBeTrue($"{premium}");
    }

    [Fact]
    public void Plateau_of_an_hourly_contract_is_an_eighth_of_the_interest()
    {
        var premium = new FundingTerms(1, 0.0001, null, null).PremiumOf(0.0000125);

        premium.Low.ShouldBe(-0.0004, 1e-15);
        premium.High.ShouldBe(0.0006, 1e-15);
    }

    [Fact]
    public void Cap_on_the_plateau_leaves_the_plateau_and_everything_above()
    {
        var premium = new FundingTerms(8, 0.0001, 0.0001, -0.0001).PremiumOf(0.0001);

        premium.Low.ShouldBe(-0.0004, 1e-15);
        premium.High.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(0.0015, 0.5)]
    [InlineData(-0.003, 1)]
    [InlineData(0, 0)]
    public void Utilisation_is_the_share_of_the_limit(double rate, double expected) => EightHours.UtilisationOf(rate)!.Value.ShouldBe(expected, 1e-12);

    [Fact]
    public void Without_a_limit_on_its_side_a_rate_has_no_utilisation()
    {
        var terms = EightHours with { Cap = null };

        terms.UtilisationOf(0.001).ShouldBeNull();
        terms.UtilisationOf(-0.0015).ShouldBe(0.5);
        (terms with { Floor = null }).UtilisationOf(0).ShouldBeNull();
    }

    [Property]
    public bool Every_premium_lies_within_what_its_rate_allows(int hundredthsOfABasisPoint, byte interval)
    {
        var terms = Terms(interval);
        var premium = hundredthsOfABasisPoint % 50_000 * 1e-6;
        var allowed = terms.PremiumOf(terms.RateOf(premium));
        // A rate of the wire stands for a rate up to half a digit away, and premiums are 8/N times wider than rates.
        var slack = terms.Per8Hours(FundingTerms.WireRounding);
        return allowed.Low - slack <= premium && premium <= allowed.High + slack;
    }

    [Property]
    public bool Dearer_premium_never_settles_lower(NormalFloat one, NormalFloat other, byte interval)
    {
        var terms = Terms(interval);
        return terms.RateOf(Math.Min(one.Get, other.Get)) <= terms.RateOf(Math.Max(one.Get, other.Get));
    }

    internal static FundingTerms Terms(byte interval) => EightHours with { IntervalHours = 1 << (interval % 4) };

    private static bool Near(double actual, double expected) => actual == expected || Math.Abs(actual - expected) < 1e-12;
}
