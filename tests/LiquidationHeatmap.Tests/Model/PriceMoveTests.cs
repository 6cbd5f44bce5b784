using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class PriceMoveTests
{
    [Property]
    public void Farther_moves_reach_no_less_and_just_what_stands_on_the_way(MarketBar[] bars)
    {
        var standing = LiquidationBook.Build(BookParameters.Default, Ladders.Btc, bars).At(bars[^1].Close);

        var moves = PriceMove.Of(standing, 0.5, 1, 2, 5, 10, 99);

        moves.Select(move => move.LongNotional).ShouldBeInOrder(SortDirection.Ascending);
        moves.Select(move => move.ShortNotional).ShouldBeInOrder(SortDirection.Ascending);
        foreach (var (percent, longs, shorts) in moves)
        {
            longs.ShouldBe(Sum(PositionSide.Long, price => price >= standing.Price * (1 - (percent / 100))), 1e-9 * (1 + longs));
            shorts.ShouldBe(Sum(PositionSide.Short, price => price <= standing.Price * (1 + (percent / 100))), 1e-9 * (1 + shorts));
        }

        double Sum(PositionSide side, Func<double, bool> isReached) =>
            standing.Notional(side).Where((_, band) => isReached(standing.Grid.PriceOf(band))).Sum();
    }

    [Fact]
    public void A_move_reaches_its_own_side()
    {
        var book = Of(100, (PositionSide.Long, 10, 99.5, 1), (PositionSide.Long, 5, 95, 2), (PositionSide.Short, 10, 101.5, 4));

        PriceMove.Of(book, 1, 2, 10).ShouldBe([new(1, 1, 0), new(2, 1, 4), new(10, 3, 4)]);
    }
}
