using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class IntervalRiskTests
{
    private static readonly FundingTerms EightHours = new(8, 0.0001, 0.003, -0.003);
    private static readonly FundingTerms Hourly = EightHours with { IntervalHours = 1 };
    private static readonly FundingHistory Calm = Regular(8, 0.0001, 0.0001, 0.0001);

    [Theory]
    // Utilisation 0.0022 / 0.003 = 0.7333 and 0.00225 / 0.003 = 0.75.
    [InlineData(0.0001, nameof(IntervalRiskStatus.None))]
    [InlineData(0.0022, nameof(IntervalRiskStatus.None))]
    [InlineData(0.00225001, nameof(IntervalRiskStatus.Possible))]
    [InlineData(-0.0023, nameof(IntervalRiskStatus.Possible))]
    [InlineData(0.003, nameof(IntervalRiskStatus.Likely))]
    [InlineData(-0.003, nameof(IntervalRiskStatus.Likely))]
    [InlineData(0.0035, nameof(IntervalRiskStatus.Likely))]
    public void Risk_rises_with_the_utilisation(double estimate, string expected) =>
        IntervalRisk.Of(EightHours, estimate, null, Calm).Status.ToString().ShouldBe(expected);

    [Fact]
    public void Projected_settlement_at_the_limit_makes_the_change_possible()
    {
        IntervalRisk.Of(EightHours, 0.0001, new(0.002, 0.003), Calm).Status.ShouldBe(IntervalRiskStatus.Possible);
        IntervalRisk.Of(EightHours, 0.0001, new(-0.003, -0.003), Calm).Status.ShouldBe(IntervalRiskStatus.Possible);
        IntervalRisk.Of(EightHours, 0.0001, new(0.0001, 0.002), Calm).Status.ShouldBe(IntervalRiskStatus.None);
    }

    [Fact]
    public void Without_a_limit_the_risk_is_not_known()
    {
        var risk = IntervalRisk.Of(EightHours with { Cap = null }, 0.001, null, Calm);

        risk.ShouldBe(new(IntervalRiskStatus.Unknown, null, null));
    }

    [Fact]
    public void Contract_that_always_settled_every_hour_has_no_shorter_interval() =>
        IntervalRisk.Of(Hourly, 0.003, null, Regular(1, 0.001, 0.003)).Status.ShouldBe(IntervalRiskStatus.NotApplicable);

    [Fact]
    public void Shortened_interval_counts_the_calm_settlements_at_its_end()
    {
        // Hourly since 8: restless 0.0003, calm 0.00025 and −0.0001.
        var risk = IntervalRisk.Of(Hourly, 0.0001, null, HistoryOf(1, (0, 0), (8, 0.003), (9, 0.0001), (10, 0.0003), (11, 0.00025), (12, -0.0001)));

        risk.Status.ShouldBe(IntervalRiskStatus.Shortened);
        risk.CalmSettlements.ShouldBe(2);
        risk.CapUtilisation.ShouldNotBeNull().ShouldBe(1 / 30.0, 1e-12);
    }

    [Fact]
    public void Settlements_before_the_change_are_not_calm_ones()
    {
        // Published as hourly; the 8-hour settlements before were small, and none has come since.
        var risk = IntervalRisk.Of(Hourly, 0.0001, null, HistoryOf(1, (0, 0.0001), (8, 0.0002)));

        risk.Status.ShouldBe(IntervalRiskStatus.Shortened);
        risk.CalmSettlements.ShouldBe(0);
    }

    [Fact]
    public void Calm_settlements_are_counted_up_to_what_is_needed()
    {
        var settlements = Enumerable.Range(9, 40).Select(hour => (hour, 0.0001)).Prepend((8, 0.003)).Prepend((0, 0.0));

        IntervalRisk.Of(Hourly, 0.0001, null, HistoryOf(1, [.. settlements])).CalmSettlements.ShouldBe(IntervalRisk.CalmNeeded);
    }
}
