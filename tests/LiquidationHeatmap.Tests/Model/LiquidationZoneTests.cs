using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class LiquidationZoneTests
{
    [Property]
    public void Every_tier_with_levels_has_zones_and_they_hold_what_stands_in_them(MarketBar[] bars)
    {
        var standing = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars).At(bars[^1].Close);

        var zones = LiquidationZone.Heaviest(standing, perTier: 3);

        foreach (var tier in standing.Tiers)
        {
            foreach (var side in Sides)
            {
                var own = zones.Where(zone => zone.Side == side && zone.Leverage == tier.Leverage).ToList();

                own.Count.ShouldBeInRange(tier.Total(side) > 0 ? 1 : 0, 3);
                own.Select(zone => zone.Notional).ShouldBeInOrder(SortDirection.Descending);
                foreach (var zone in own)
                {
                    var (low, high) = (standing.Grid.BandOf(zone.Low), standing.Grid.BandOf(zone.High));
                    zone.Notional.ShouldBe(tier.Of(side)[low..(high + 1)].Sum(), 1e-9 * zone.Notional);
                    zone.Price.ShouldBeInRange(zone.Low * (1 - 1e-12), zone.High * (1 + 1e-12));
                    (side == PositionSide.Long ? zone.High < standing.Price : zone.Low > standing.Price).ShouldBeTrue();
                }
            }
        }
    }

    [Property]
    public void All_zones_together_are_all_that_stands(MarketBar[] bars)
    {
        var standing = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars).At(bars[^1].Close);
        var total = Sides.Sum(side => standing.Notional(side).Sum());

        LiquidationZone.Heaviest(standing, int.MaxValue).Sum(zone => zone.Notional).ShouldBe(total, 1e-9 * (1 + total));
    }

    [Fact]
    public void Zones_are_the_higher_the_farther_a_tiers_levels_are()
    {
        var levels = Enumerable.Range(0, 400).Select(i => 100 * Math.Pow(1 + PriceGrid.BandWidth, i));
        var book = Of(1000, levels.SelectMany(price => new[] { (PositionSide.Long, 2, price, 1.0), (PositionSide.Long, 125, price, 1.0) }));

        var zones = LiquidationZone.Heaviest(book, 2);

        // A tenth of log 1.5 is 81 bands; two is the least.
        zones.Where(zone => zone.Leverage == 2).ShouldAllBe(zone => Math.Round(zone.Notional) == 81);
        zones.Where(zone => zone.Leverage == 125).ShouldAllBe(zone => Math.Round(zone.Notional) == 2);
    }

    [Fact]
    public void Price_of_a_zone_is_weighted_by_notional()
    {
        var grid = new PriceGrid(10, 1000);
        // The two bands of a zone of 125x.
        var (low, high) = (grid.PriceOf(4000), grid.PriceOf(4001));

        var zone = LiquidationZone.Heaviest(Of(100, (PositionSide.Long, 125, low, 100), (PositionSide.Long, 125, high, 300)), 5).Single();

        zone.ShouldBe(new LiquidationZone(PositionSide.Long, 125, ((100 * low) + (300 * high)) / 400, low, high, 400));
    }
}
