using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomPosition)])]
public sealed class LiquidationPriceTests
{
    private static readonly PositionSide[] Sides = [PositionSide.Long, PositionSide.Short];

    // Moves from entry in percent, by hand from Binance's formula with the bracket tables of April 2026.
    [Theory]
    [InlineData("BTC", 50e3, 2, -49.7992, 49.4024)]
    [InlineData("BTC", 50e3, 10, -9.6386, 9.5618)]
    [InlineData("BTC", 50e3, 25, -3.6145, 3.5857)]
    [InlineData("BTC", 50e3, 50, -1.6064, 1.5936)]
    [InlineData("BTC", 50e3, 75, -0.9371, 0.9296)]
    [InlineData("BTC", 50e3, 100, -0.6024, 0.5976)]
    [InlineData("BTC", 50e3, 125, -0.4016, 0.3984)]
    [InlineData("BTC", 5e6, 10, -9.3333, 9.1485)]
    [InlineData("BTC", 5e6, 50, -1.2525, 1.2277)]
    [InlineData("BTC", 150e6, 2, -49.0475, 44.7505)]
    [InlineData("BTC", 150e6, 10, -7.3558, 6.6552)]
    [InlineData("SOL", 10e3, 50, -1.5075, 1.4925)]
    [InlineData("1000PEPE", 1e6, 25, -2.3031, 2.2127)]
    public void RatioToEntry_of_known_positions_is_the_exchanges_to_the_printed_digits(string coin, double notional, double leverage, double longMove, double shortMove)
    {
        Move(PositionSide.Long).ShouldBe(longMove);
        Move(PositionSide.Short).ShouldBe(shortMove);

        double Move(PositionSide side) => Math.Round((LiquidationPrice.RatioToEntry(side, leverage, notional, Ladders.Of(coin)) - 1) * 100, 4);
    }

    [Fact]
    public void RatioToEntry_uses_the_bracket_at_the_liquidation_price()
    {
        // A short of 290,000 at 2x grows past the first bracket's 300,000 before it is liquidated.
        var ratio = LiquidationPrice.RatioToEntry(PositionSide.Short, 2, 290e3, Ladders.Btc);

        ratio.ShouldBe((1 + (1 / 2.0) + (300 / 290e3)) / (1 + 0.005), 1e-12);
    }

    [Theory]
    [InlineData(PositionSide.Long, 2, 597_600)]
    [InlineData(PositionSide.Short, 2, 200_800)]
    public void RatioToEntry_at_a_border_of_brackets_is_the_same_by_either(PositionSide side, double leverage, double notional)
    {
        // Positions whose notional is 300,000 when they are liquidated, and their neighbours on both sides of the border.
        var step = notional * 1e-9;
        var below = LiquidationPrice.RatioToEntry(side, leverage, notional - step, Ladders.Btc);
        var above = LiquidationPrice.RatioToEntry(side, leverage, notional + step, Ladders.Btc);

        (notional * LiquidationPrice.RatioToEntry(side, leverage, notional, Ladders.Btc)).ShouldBe(300e3, 1);
        above.ShouldBe(below, 1e-8);
    }

    [Fact]
    public void RatioToEntry_ends_where_going_from_bracket_to_bracket_would_not()
    {
        // The second amount is half a cent too high: by the first bracket the notional at liquidation lies in the second, and the other way round.
        var rounded = BracketLadder.FromBrackets([new(0, 1000, .004, 0, 100), new(1000, 5000, .4, 396.005, 2)]);
        var entry = 1000 * (1 - .004) / (1 - (1 / 50.0));

        var ratio = LiquidationPrice.RatioToEntry(PositionSide.Long, 50, entry + .003, rounded);

        ((entry + .003) * ratio).ShouldBe(1000, .02);
    }

    [Property]
    public void At_the_liquidation_price_margin_and_loss_leave_just_the_maintenance_margin(RandomPosition position)
    {
        var (ladder, notional, leverage) = position;
        foreach (var side in Sides)
        {
            var atLiquidation = notional * LiquidationPrice.RatioToEntry(side, leverage, notional, ladder);

            var profit = side == PositionSide.Long ? atLiquidation - notional : notional - atLiquidation;
            var bracket = ladder.Of(atLiquidation);
            ((notional / leverage) + profit).ShouldBe((atLiquidation * bracket.MaintenanceRate) - bracket.MaintenanceAmount, 1e-9 * notional);
        }
    }

    [Property]
    public void Longs_are_liquidated_below_their_entry_and_shorts_above(RandomPosition position)
    {
        LiquidationPrice.RatioToEntry(PositionSide.Long, position.Leverage, position.Notional, position.Ladder).ShouldBeLessThan(1);
        LiquidationPrice.RatioToEntry(PositionSide.Short, position.Leverage, position.Notional, position.Ladder).ShouldBeGreaterThan(1);
    }

    [Property]
    public void More_leverage_is_liquidated_nearer(RandomPosition position)
    {
        var (ladder, notional, leverage) = position;
        var less = 1 + ((leverage - 1) * 0.9);

        Distance(PositionSide.Long, less).ShouldBeGreaterThanOrEqualTo(Distance(PositionSide.Long, leverage));
        Distance(PositionSide.Short, less).ShouldBeGreaterThanOrEqualTo(Distance(PositionSide.Short, leverage));

        double Distance(PositionSide side, double times) => Math.Abs(LiquidationPrice.RatioToEntry(side, times, notional, ladder) - 1);
    }

    [Property]
    public void A_larger_position_is_liquidated_no_further_away(RandomPosition position)
    {
        var (ladder, notional, leverage) = position;
        foreach (var side in Sides)
        {
            var smaller = Math.Abs(LiquidationPrice.RatioToEntry(side, leverage, notional * 0.9, ladder) - 1);
            var larger = Math.Abs(LiquidationPrice.RatioToEntry(side, leverage, notional, ladder) - 1);

            larger.ShouldBeLessThanOrEqualTo(smaller + 1e-12);
        }
    }

    [Property]
    public void Money_in_another_unit_moves_nothing(RandomPosition position)
    {
        const double Factor = 1024;
        var scaled = BracketLadder.FromBrackets(
        [
            .. position.Ladder.Brackets.Select(bracket => bracket with
            {
                NotionalFloor = bracket.NotionalFloor * Factor,
                NotionalCap = bracket.NotionalCap * Factor,
                MaintenanceAmount = bracket.MaintenanceAmount * Factor,
            }),
        ]);

        foreach (var side in Sides)
        {
            LiquidationPrice.RatioToEntry(side, position.Leverage, position.Notional * Factor, scaled)
                .ShouldBe(LiquidationPrice.RatioToEntry(side, position.Leverage, position.Notional, position.Ladder));
        }
    }

    [Fact]
    public void An_unleveraged_long_cannot_be_liquidated() =>
        LiquidationPrice.RatioToEntry(PositionSide.Long, 1, 1000, Ladders.Btc).ShouldBe(0);
}
