using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class IntervalRiskTests
{
    private static readonly FundingTerms EightHours = new(8, 0.0001, 0.003, -0.003);
    private static readonly FundingTerms Hourly = EightHours with { IntervalHours = 1 };
    private static readonly Shortening AtTheCap = new(Start, PayingSide.Longs, 2, CalmAt: null, EndedAt: null);

    [Theory]
    // Utilisation 0.0022 / 0.003 = 0.7333 and 0.00225 / 0.003 = 0.75.
    [InlineData(0.0001, nameof(IntervalRiskStatus.None))]
    [InlineData(0.0022, nameof(IntervalRiskStatus.None))]
    [InlineData(0.00225001, nameof(IntervalRiskStatus.Possible))]
    [InlineData(-0.0023, nameof(IntervalRiskStatus.Possible))]
    [InlineData(0.003, nameof(IntervalRiskStatus.Likely))]
    [InlineData(-0.003, nameof(IntervalRiskStatus.Likely))]
    [InlineData(0.0035, nameof(IntervalRiskStatus.Likely))]
    public void Risk_rises_with_the_utilisation(double estimate, string expected) => Risk(EightHours, estimate).Status.ToString().ShouldBe(expected);

    [Theory]
    [InlineData(0.5, nameof(IntervalRiskStatus.Possible))]
    [InlineData(0.9, nameof(IntervalRiskStatus.None))]
    public void Share_that_makes_the_change_possible_is_handed_in(double possibleFrom, string expected) =>
        IntervalRisk.Of(EightHours, 0.0018, null, null, possibleFrom).Status.ToString().ShouldBe(expected);

    [Fact]
    public void Projected_settlement_at_the_limit_makes_the_change_possible()
    {
        Risk(EightHours, 0.0001, new(0.002, 0.003)).Status.ShouldBe(IntervalRiskStatus.Possible);
        Risk(EightHours, 0.0001, new(-0.003, -0.003)).Status.ShouldBe(IntervalRiskStatus.Possible);
        Risk(EightHours, 0.0001, new(0.0001, 0.002)).Status.ShouldBe(IntervalRiskStatus.None);
    }

    [Fact]
    public void Without_a_limit_the_risk_is_not_known() =>
        Risk(EightHours with { Cap = null }, 0.001).ShouldBe(new(IntervalRiskStatus.Unknown, null, null));

    [Fact]
    public void Hourly_contract_that_nothing_shortened_has_no_shorter_interval() =>
        Risk(Hourly, 0.003).ShouldBe(new(IntervalRiskStatus.NotApplicable, 1, null));

    [Fact]
    public void Shortened_interval_says_how_calm_it_is()
    {
        IntervalRisk.Of(Hourly, 0.0015, null, AtTheCap, 0.75).ShouldBe(new(IntervalRiskStatus.Shortened, 0.5, 2));
        IntervalRisk.Of(Hourly, 0.0015, null, AtTheCap with { CalmSettlements = 16, CalmAt = Start + Day }, 0.75)
            .ShouldBe(new(IntervalRiskStatus.Shortened, 0.5, 16));
    }

    private static IntervalRisk Risk(FundingTerms terms, double estimate, RateBounds? projected = null) =>
        IntervalRisk.Of(terms, estimate, projected, shortening: null, possibleFrom: 0.75);
}
