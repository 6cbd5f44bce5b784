using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class FundingAccrualTests
{
    [Theory]
    [InlineData(0, 0.0001, 8, 0.003, 0.0001)] // within the dampener the rate is the interest
    [InlineData(0.0006, 0.0001, 8, 0.003, 0.0001)]
    [InlineData(-0.0004, 0.0001, 8, 0.003, 0.0001)]
    [InlineData(0.0010, 0.0001, 8, 0.003, 0.0005)] // beyond it the premium less 0.05 %
    [InlineData(-0.0010, 0.0001, 8, 0.003, -0.0005)]
    [InlineData(0, 0.0001, 4, 0.02, 0.00005)] // a shorter interval pays its part
    [InlineData(0.0021, 0.0001, 4, 0.02, 0.0008)]
    [InlineData(0.0021, 0.0001, 1, 0.02, 0.0002)]
    [InlineData(0, 0, 8, 0.003, 0)] // BNB
    [InlineData(0.05, 0.0001, 8, 0.003, 0.003)] // cap and floor
    [InlineData(-0.05, 0.0001, 8, 0.003, -0.003)]
    public void Rate_matches_known_answers(double premium, double interest, int hours, double cap, double expected) =>
        FundingAccrual.Rate(premium, interest, hours, cap).ShouldBe(expected, 1e-12);

    [Fact]
    public void Average_premium_weighs_later_samples_more() =>
        default(FundingAccrual).With(0.001).With(0.002).With(0.006).AveragePremium
            .ShouldBe(((1 * 0.001) + (2 * 0.002) + (3 * 0.006)) / 6, 1e-15);

    [Fact]
    public void Average_premium_of_nothing_is_nothing() => default(FundingAccrual).AveragePremium.ShouldBe(0);
}
