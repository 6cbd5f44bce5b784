using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class PriceGridTests
{
    private static readonly PriceGrid Grid = new(10, 1000);

    [Fact]
    public void Bands_cover_the_range_and_rise_by_their_width()
    {
        Grid.PriceOf(0).ShouldBe(10);
        Grid.PriceOf(Grid.Count - 1).ShouldBeGreaterThanOrEqualTo(1000);
        for (var band = 1; band < Grid.Count; band++)
        {
            (Grid.PriceOf(band) / Grid.PriceOf(band - 1)).ShouldBe(1 + PriceGrid.BandWidth, 1e-12);
        }
    }

    [Fact]
    public void Centres_are_in_their_own_bands()
    {
        for (var band = 0; band < Grid.Count; band++)
        {
            var centre = Grid.PriceOf(band);
            (Grid.BandOf(centre), Grid.FirstAtOrAbove(centre), Grid.LastAtOrBelow(centre)).ShouldBe((band, band, band));
        }
    }

    [Property]
    public void A_price_lies_between_its_neighbours(PositiveInt thousandths)
    {
        var price = 10 + (thousandths.Get % 990_000 / 1000.0);

        var (above, below) = (Grid.FirstAtOrAbove(price), Grid.LastAtOrBelow(price));

        Grid.PriceOf(above).ShouldBeGreaterThanOrEqualTo(price * (1 - 1e-12));
        Grid.PriceOf(below).ShouldBeLessThanOrEqualTo(price * (1 + 1e-12));
        (above - below).ShouldBeInRange(0, 1);
        Math.Abs(Math.Log(Grid.PriceOf(Grid.BandOf(price)) / price)).ShouldBeLessThan(PriceGrid.BandWidth * .5001);
    }

    [Fact]
    public void Prices_outside_have_no_band_beyond_them()
    {
        (Grid.BandOf(1), Grid.BandOf(1e6)).ShouldBe((0, Grid.Count - 1));
        (Grid.FirstAtOrAbove(1), Grid.FirstAtOrAbove(1e6)).ShouldBe((0, Grid.Count));
        (Grid.LastAtOrBelow(1), Grid.LastAtOrBelow(1e6)).ShouldBe((-1, Grid.Count - 1));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    public void A_range_that_is_none_is_refused(double lowest, double highest) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PriceGrid(lowest, highest));

    [Fact]
    public void BandsIn_is_how_far_two_prices_are_apart()
    {
        PriceGrid.BandsIn(Grid.PriceOf(70) / Grid.PriceOf(30)).ShouldBe(40, 1e-9);
        PriceGrid.BandsIn(Grid.PriceOf(30) / Grid.PriceOf(70)).ShouldBe(-40, 1e-9);
    }
}
