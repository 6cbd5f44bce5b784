using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class TimeSeriesTests
{
    private static readonly TimeSeries Series = new(100, [(1_000, 1), (1_100, 2), (1_300, 4), (1_400, 8)]);

    [Theory]
    [InlineData(1_000, 1_000L)]
    [InlineData(1_049, 1_000L)]
    [InlineData(1_060, 1_100L)]
    [InlineData(1_150, 1_100L)]
    [InlineData(1_200, null)]
    [InlineData(1_250, 1_300L)]
    [InlineData(1_450, 1_400L)]
    [InlineData(1_451, null)]
    [InlineData(950, 1_000L)]
    [InlineData(949, null)]
    public void Reading_at_a_time_is_the_nearest_one_within_half_a_period(long time, long? found) =>
        (Series.At(time)?.Time).ShouldBe(found);

    [Fact]
    public void Empty_series_has_nothing()
    {
        var empty = new TimeSeries(100, []);

        empty.At(1).ShouldBeNull();
        empty.Latest.ShouldBeNull();
        empty.StandingOfLatest().ShouldBeNull();
        empty.LatestSum(100).ShouldBeNull();
        empty.Changes(100).ShouldBeEmpty();
    }

    [Fact]
    public void Changes_are_taken_where_both_readings_are_there() => Series.Changes(100).ShouldBe([1, 1]);

    [Fact]
    public void Sum_over_a_span_needs_every_reading_of_it()
    {
        Series.LatestSum(200).ShouldBe(12);
        Series.LatestSum(300).ShouldBeNull();
        Series.LatestSum(500).ShouldBeNull();
    }

    [Fact]
    public void Difference_has_the_times_that_both_have()
    {
        var difference = Series.Minus(new TimeSeries(100, [(1_100, 5), (1_200, 5), (1_400, 1)]));

        difference.Times.ToArray().ShouldBe([1_100, 1_400]);
        difference.Values.ToArray().ShouldBe([-3, 7]);
    }

    [Property]
    public bool Reading_found_is_never_beaten_by_another(NonEmptyArray<int> times, int time)
    {
        var ascending = times.Get.Select(item => (long)item).Distinct().Order().ToArray();
        var series = new TimeSeries(10, ascending.Select(item => (item, (double)item)));
        var nearest = ascending.Min(item => Math.Abs(item - time));
        return series.At(time) is { } found ? Math.Abs(found.Time - time) == nearest && nearest <= 5 : nearest > 5;
    }
}
