using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class StandingTests
{
    [Fact]
    public void Ties_count_half()
    {
        // 2 lower, 4 equal, 1 higher: (2 + 2) / 7.
        var standing = Standing.Of([1, 3, 3, 3, 9, 2, 3], 3).ShouldNotBeNull();

        standing.MidRank.ShouldBe(4 / 7.0);
        standing.Count.ShouldBe(7);
    }

    [Fact]
    public void Rate_that_sits_at_the_baseline_is_in_the_middle_and_has_no_deviation()
    {
        var standing = Standing.Of(Enumerable.Repeat(0.0001, 270), 0.0001).ShouldNotBeNull();

        standing.MidRank.ShouldBe(0.5);
        standing.RobustZ.ShouldBeNull();
    }

    [Fact]
    public void Robust_z_is_measured_from_the_median_in_median_deviations()
    {
        // Median 3, deviations 2 1 0 1 97: their median is 1.
        Standing.Of([1, 2, 3, 4, 100], 7)!.RobustZ!.Value.ShouldBe(4 / 1.4826, 1e-12);
    }

    [Fact]
    public void Without_history_there_is_no_standing() => Standing.Of([], 1).ShouldBeNull();

    [Property]
    public bool Negated_value_stands_at_the_opposite_rank(NonEmptyArray<NormalFloat> history, NormalFloat value)
    {
        var values = Array.ConvertAll(history.Get, item => item.Get);
        var rank = Standing.MidRankOf(values, value.Get);
        var opposite = Standing.MidRankOf(Array.ConvertAll(values, item => -item), -value.Get);
        return Math.Abs(rank + opposite - 1) < 1e-9 && rank is >= 0 and <= 1;
    }
}
