using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class FundingIntervalTests
{
    private const long Midnight = 1_789_430_400_000;

    [Fact]
    public void Published_interval_wins_over_settlements() =>
        FundingInterval.Of(4, Hours(0, 8, 16)).ShouldBe(new FundingInterval(4, IntervalSource.FundingInfo));

    [Fact]
    public void Published_zero_is_no_interval() =>
        FundingInterval.Of(0, Hours(0, 4)).ShouldBe(new FundingInterval(4, IntervalSource.Inferred));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Gap_between_settlements_is_the_interval(int hours) =>
        FundingInterval.Of(null, Hours(0, hours)).ShouldBe(new FundingInterval(hours, IntervalSource.Inferred));

    [Fact]
    public void Settlements_some_milliseconds_off_the_hour_do_not_blur_the_interval() =>
        FundingInterval.Of(null, [Midnight + 7, Midnight + (8 * 3_600_000) - 3]).Hours.ShouldBe(8);

    [Fact]
    public void Changed_interval_is_the_latest_gap() =>
        FundingInterval.Of(null, Hours(0, 8, 16, 17, 18)).ShouldBe(new FundingInterval(1, IntervalSource.Inferred));

    [Fact]
    public void Gap_of_a_trading_pause_is_not_an_interval() =>
        FundingInterval.Of(null, Hours(0, 4, 8, 56)).ShouldBe(new FundingInterval(4, IntervalSource.Inferred));

    [Fact]
    public void Two_settlements_in_one_hour_are_one() =>
        FundingInterval.Of(null, [Midnight, Midnight + 28_800_000, Midnight + 28_800_005]).Hours.ShouldBe(8);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_two_settlements_eight_hours_are_assumed(int settlements) =>
        FundingInterval.Of(null, Hours([.. Enumerable.Range(0, settlements)])).ShouldBe(new FundingInterval(8, IntervalSource.Assumed));

    private static IEnumerable<long> Hours(params int[] hours) => hours.Select(hour => Midnight + (hour * 3_600_000L));
}
