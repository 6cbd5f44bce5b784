using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class FundingCostTests
{
    [Theory]
    [InlineData(0.01, 8, 0.01, 10.95)]
    [InlineData(0.005, 4, 0.01, 10.95)]
    [InlineData(0.02, 2, 0.08, 87.6)]
    [InlineData(-0.025, 1, -0.2, -219)]
    public void Rates_of_known_intervals_have_known_costs(double rate, int hours, double over8Hours, double overYear)
    {
        FundingCost.Over8Hours((decimal)rate, hours).ShouldBe((decimal)over8Hours);
        FundingCost.OverYear((decimal)rate, hours).ShouldBe((decimal)overYear);
    }

    [Property]
    public void A_year_is_1095_times_8_hours_at_any_interval(short basisPoints, byte pick)
    {
        var hours = new[] { 1, 2, 4, 8 }[pick % 4];
        var rate = basisPoints / 10_000m;

        FundingCost.OverYear(rate, hours).ShouldBe(FundingCost.Over8Hours(rate, hours) * 1095);
    }
}
