using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class FundingProjectionTests
{
    private static readonly FundingTerms EightHours = new(8, 0.0001, 0.003, -0.003);

    [Fact]
    public void Off_the_plateau_the_projection_is_one_rate()
    {
        // Average 0.0005 + 0.0005 = 0.001; 0.25 · 0.001 + 0.75 · 0.002 = 0.00175; less 0.0005.
        var projected = FundingProjection.Of(EightHours, 0.0005, 0.002, 0.25);

        projected.Low.ShouldBe(0.00125, 1e-15);
        projected.High.ShouldBe(projected.Low);
    }

    [Fact]
    public void On_the_plateau_with_a_premium_inside_it_the_settlement_is_the_interest()
    {
        FundingProjection.Of(EightHours, 0.0001, 0.0002, 0.25).ShouldBe(new RateBounds(0.0001, 0.0001));
    }

    [Fact]
    public void On_the_plateau_with_a_premium_outside_it_the_projection_is_a_range()
    {
        // Average from −0.0004 to 0.0006: 0.5 · −0.0004 + 0.5 · 0.002 = 0.0008 and 0.5 · 0.0006 + 0.5 · 0.002 = 0.0013; each less 0.0005.
        var projected = FundingProjection.Of(EightHours, 0.0001, 0.002, 0.5);

        projected.Low.ShouldBe(0.0003, 1e-15);
        projected.High.ShouldBe(0.0008, 1e-15);
    }

    [Fact]
    public void At_the_cap_the_projection_reaches_up_to_it()
    {
        // Average from 0.0035: 0.5 · 0.0035 + 0.5 · 0 = 0.00175; less 0.0005.
        var projected = FundingProjection.Of(EightHours, 0.003, 0, 0.5);

        projected.Low.ShouldBe(0.00125, 1e-15);
        projected.High.ShouldBe(0.003);
    }

    [Fact]
    public void Nothing_fixed_leaves_the_present_premium() =>
        FundingProjection.Of(EightHours, 0.003, 0.001, 0).ShouldBe(new RateBounds(0.0005, 0.0005));

    [Property]
    public bool Everything_fixed_gives_the_estimate_back(int digits, short premium, byte interval)
    {
        var terms = FundingTermsTests.Terms(interval);
        var estimate = digits % 300_001 * 1e-8;
        var projected = FundingProjection.Of(terms, estimate, premium * 1e-6, 1);
        return Math.Abs(projected.Low - estimate) < FundingTerms.WireRounding && Math.Abs(projected.High - estimate) < FundingTerms.WireRounding;
    }

    [Property]
    public bool Bounds_are_in_order_within_the_limits_and_rise_with_the_premium(int digits, short one, short other, byte share, byte interval)
    {
        var terms = FundingTermsTests.Terms(interval);
        var (lower, higher) = (Project(Math.Min(one, other)), Project(Math.Max(one, other)));
        return lower.Low <= lower.High && higher.Low <= higher.High && lower.Low <= higher.Low && lower.High <= higher.High
            && lower.Low >= terms.Floor && higher.High <= terms.Cap;

        RateBounds Project(short premium) => FundingProjection.Of(terms, digits % 300_001 * 1e-8, premium * 1e-6, share / 255.0);
    }
}
