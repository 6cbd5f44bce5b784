using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Scores;
using OmnipotentFutures.Backtest.Tests.Support;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests.Scores;

public sealed class WindowOutcomeTests
{
    // Bands of 2.5 around 1000.
    private static readonly PriceBands Below = new(1000, PositionSide.Long, 40);
    private static readonly PriceBands Above = new(1000, PositionSide.Short, 40);

    [Fact]
    public void An_hours_volume_is_spread_over_the_prices_it_is_the_first_to_reach()
    {
        // Down to 995, then up and down to 990 again: the second hour is the first below 995.
        var outcome = WindowOutcome.Of(
            Below, MarketFiles.Start, [(Hours.Through(0, 1000, 995), 400), (Hours.Through(1, 995, 1010, 990), 80), (Hours.Through(2, 990, 1010), 7)]);

        outcome.Volume[..5].ShouldBe([200, 200, 40, 40, 0]);
        outcome.Unattributed.ShouldBe(7);
    }

    [Fact]
    public void A_band_that_is_entered_in_part_gets_its_part()
    {
        var outcome = WindowOutcome.Of(Below, MarketFiles.Start, [(Hours.Through(0, 1000, 996.25), 300), (Hours.Through(1, 996.25, 994.375), 90)]);

        outcome.Volume[..4].ShouldBe([200, 100 + 60, 30, 0], 1e-9);
    }

    [Fact]
    public void Shorts_are_liquidated_above()
    {
        var outcome = WindowOutcome.Of(Above, MarketFiles.Start, [(Hours.Through(0, 1000, 990, 1005), 50)]);

        outcome.Volume[..3].ShouldBe([25, 25, 0]);
    }

    [Fact]
    public void Volume_beyond_the_last_band_has_no_band()
    {
        var outcome = WindowOutcome.Of(Below, MarketFiles.Start, [(Hours.Through(0, 1000, 800), 100)]);

        outcome.Volume.Sum().ShouldBe(50, 1e-9);
        outcome.Unattributed.ShouldBe(50, 1e-9);
    }

    [Fact]
    public void Lead_runs_from_the_moment_to_the_end_of_the_bar_that_first_enters()
    {
        var outcome = WindowOutcome.Of(
            Below, MarketFiles.Start, [(Hours.Through(0, 1000, 999, 997), 1), (Hours.Through(1, 997, 1003, 997, 997, 994), 1)]);

        outcome.LeadHours[0]!.Value.ShouldBe(1 / 12.0, 1e-9);
        outcome.LeadHours[1]!.Value.ShouldBe(2 / 12.0, 1e-9);
        outcome.LeadHours[2]!.Value.ShouldBe(1 + (4 / 12.0), 1e-9);
        outcome.LeadHours[3].ShouldBeNull();
    }

    [Fact]
    public void Band_that_is_met_but_not_entered_is_not_touched()
    {
        var outcome = WindowOutcome.Of(Below, MarketFiles.Start, [(Hours.Through(0, 1000, 997.5), 10)]);

        outcome.LeadHours[1].ShouldBeNull();
        outcome.Volume[..2].ShouldBe([10, 0]);
    }

    [Fact]
    public void Nothing_is_lost()
    {
        double[] path = [1000, 990, 1020, 930, 1000, 880, 1110];
        var window = path.Zip(path.Skip(1), (open, close) => (open, close)).Select((leg, hour) => (Hours.Through(hour, leg.open, leg.close), 100.0)).ToArray();

        foreach (var bands in new[] { Below, Above })
        {
            var outcome = WindowOutcome.Of(bands, MarketFiles.Start, window);
            (outcome.Volume.Sum() + outcome.Unattributed).ShouldBe(600, 1e-9);
        }
    }
}
