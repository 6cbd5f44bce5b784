using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Tests.Scores;

public sealed class BlockBootstrapTests
{
    [Fact]
    public void Same_units_give_the_same_interval()
    {
        var values = Draw(new Random(1), 100);

        MeanOf(values, new BlockBootstrap(100, 24)).ShouldBe(MeanOf(values, new BlockBootstrap(100, 24)));
    }

    [Theory]
    [InlineData(50, 7)]
    [InlineData(24, 24)]
    [InlineData(5, 24)]
    [InlineData(1, 1)]
    public void Every_resample_has_as_many_units_as_there_are(int units, int block)
    {
        var sums = new BlockBootstrap(units, block).Of(weights => weights.Sum());

        sums.ShouldBe(new Estimate(units, units, units));
    }

    [Fact]
    public void A_block_is_drawn_whole()
    {
        // In blocks of half the units, two blocks make a resample: each unit stands 0, 1 or 2 times, and changes of that are where blocks begin.
        var changes = new BlockBootstrap(40, 20).Of(weights => weights.Where((weight, i) => weight != weights[(i + 1) % 40]).Count());

        changes.High!.Value.ShouldBeLessThanOrEqualTo(4);
        changes.High.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Interval_of_independent_values_holds_the_mean_about_as_often_as_it_says()
    {
        var random = new Random(7);
        var bootstrap = new BlockBootstrap(200, 4);

        var held = Enumerable.Range(0, 200).Count(_ => MeanOf(Draw(random, 200), bootstrap) is { Low: <= 0.5, High: >= 0.5 });

        held.ShouldBeInRange(176, 200, "95 % of 200, give or take");
    }

    [Fact]
    public void Blocks_widen_the_interval_of_values_that_hang_together()
    {
        double[] values = [.. Draw(new Random(3), 20).SelectMany(value => Enumerable.Repeat(value, 20))];

        Width(MeanOf(values, new BlockBootstrap(400, 40))).ShouldBeGreaterThan(2 * Width(MeanOf(values, new BlockBootstrap(400, 1))));
    }

    [Fact]
    public void Figure_that_is_not_defined_has_no_interval() =>
        new BlockBootstrap(10, 2).Of(_ => double.NaN).ShouldBe(default);

    private static double Width(Estimate estimate) => estimate.High!.Value - estimate.Low!.Value;

    private static Estimate MeanOf(double[] values, BlockBootstrap bootstrap) =>
        bootstrap.Of(weights => values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum());

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
}
