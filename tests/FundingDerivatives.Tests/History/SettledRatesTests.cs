using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.History;

namespace OmnipotentFutures.FundingDerivatives.Tests.History;

public class SettledRatesTests
{
    [Fact]
    public void Each_settlement_is_measured_by_the_gap_before_it()
    {
        // 8 hours, then 4, 2, 1; some milliseconds off the hour.
        SettledRates.Over8Hours([At(0, 0.01m), At(8, 0.01m), At(12, 0.01m), At(14, 0.01m), At(15, -0.01m)])
            .ShouldBe([null, 0.01m, 0.02m, 0.04m, -0.08m]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(1_000_000)]
    public void Gap_that_is_no_interval_gives_no_rate(int hours) => SettledRates.Over8Hours([At(0, 0.01m), At(hours, 0.01m)])[1].ShouldBeNull();

    [Fact]
    public void Settlement_without_a_rate_has_none() => SettledRates.Over8Hours([At(0, 0.01m), At(8, null)])[1].ShouldBeNull();

    [Fact]
    public void Nothing_settled_is_nothing() => SettledRates.Over8Hours([]).ShouldBeEmpty();

    private static FundingRate At(int hour, decimal? rate) =>
        new() { Symbol = "BTCUSDT", FundingTime = 1_789_430_400_000 + (hour * 3_600_000L) + (hour % 7), Rate = rate };
}
