using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class WhaleTargetTests
{
    [Property]
    public void Targets_do_not_overlap_and_hold_what_stands_in_them(MarketBar[] bars)
    {
        var standing = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars).At(bars[^1].Close);

        foreach (var side in Sides)
        {
            var notional = standing.Notional(side);
            var targets = WhaleTarget.Find(side, standing, 5);

            (targets.Count > 0).ShouldBe(notional.Sum() > 0);
            targets.Select(target => target.Notional).ShouldBeInOrder(SortDirection.Descending);
            foreach (var target in targets)
            {
                var (low, high) = (standing.Grid.BandOf(target.Low), standing.Grid.BandOf(target.High));
                target.Notional.ShouldBe(notional[low..(high + 1)].Sum(), 1e-9 * target.Notional);
                target.Notional.ShouldBeGreaterThan(0);
                target.Levels.ShouldBe(standing.Tiers.Sum(tier => tier.Of(side)[low..(high + 1)].Count(level => level > 0)));
                target.Price.ShouldBeInRange(target.Low * (1 - 1e-12), target.High * (1 + 1e-12));
                target.Percentile.ShouldBeInRange(0, 1);
            }

            var byPrice = targets.OrderBy(target => target.Low).ToList();
            byPrice.Zip(byPrice.Skip(1)).ShouldAllBe(pair => pair.First.High < pair.Second.Low);
        }
    }

    [Property]
    public void Densest_place_of_all_is_in_the_target_of_the_highest_percentile_when_it_is_within_reach(MarketBar[] bars)
    {
        var standing = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars).At(bars[^1].Close);

        foreach (var side in Sides.Where(side => standing.Notional(side).Any(value => value > 0)))
        {
            var notional = standing.Notional(side);
            var densest = Enumerable.Range(5, notional.Length - 10).MaxBy(band => Enumerable.Range(-5, 11).Sum(i => notional[band + i] * (6 - Math.Abs(i))));
            if (Math.Abs((standing.Grid.PriceOf(densest) / standing.Price) - 1) >= LiquidationMap.Reach)
            {
                continue;
            }

            var peak = WhaleTarget.Find(side, standing, int.MaxValue).MaxBy(target => target.Percentile)!;

            // The smoothing reaches five bands past the outermost level.
            densest.ShouldBeInRange(standing.Grid.BandOf(peak.Low) - 5, standing.Grid.BandOf(peak.High) + 5);
        }
    }

    [Fact]
    public void Targets_are_the_density_peaks_heaviest_first()
    {
        var book = Of(
            100,
            (PositionSide.Long, 10, 95, 1), (PositionSide.Long, 10, 95.05, 10), (PositionSide.Long, 20, 95.05, 1),
            (PositionSide.Long, 10, 90, 20), (PositionSide.Long, 10, 90.05, 20),
            (PositionSide.Long, 5, 70, 0.5),
            (PositionSide.Short, 10, 110, 1000));

        var targets = WhaleTarget.Find(PositionSide.Long, book, 2);

        targets.Select(target => (target.Notional, target.Levels)).ShouldBe([(40, 2), (12, 3)]);
        targets[0].Price.ShouldBe(90.025, 0.05);
        targets[1].Price.ShouldBe(95.05, 0.05);
        WhaleTarget.Find(PositionSide.Short, book, 9).Single().Price.ShouldBe(110, .05);
    }

    [Fact]
    public void Nothing_standing_is_no_target() => WhaleTarget.Find(PositionSide.Long, Of(100, (PositionSide.Short, 10, 110, 1)), 5).ShouldBeEmpty();
}
