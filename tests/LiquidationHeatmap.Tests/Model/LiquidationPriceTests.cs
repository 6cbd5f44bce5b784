using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class LiquidationPriceTests
{
    // Moves from entry in percent, by hand from Binance's formula with the bracket tables of April 2026.
    [Theory]
    [InlineData("BTCUSDT", 50e3, 2, -49.7992, 49.4024)]
    [InlineData("BTCUSDT", 50e3, 10, -9.6386, 9.5618)]
    [InlineData("BTCUSDT", 50e3, 25, -3.6145, 3.5857)]
    [InlineData("BTCUSDT", 50e3, 50, -1.6064, 1.5936)]
    [InlineData("BTCUSDT", 50e3, 75, -0.9371, 0.9296)]
    [InlineData("BTCUSDT", 50e3, 100, -0.6024, 0.5976)]
    [InlineData("BTCUSDT", 50e3, 125, -0.4016, 0.3984)]
    [InlineData("BTCUSDT", 5e6, 10, -9.3333, 9.1485)]
    [InlineData("BTCUSDT", 5e6, 50, -1.2525, 1.2277)]
    [InlineData("BTCUSDT", 150e6, 2, -49.0475, 44.7505)]
    [InlineData("BTCUSDT", 150e6, 10, -7.3558, 6.6552)]
    [InlineData("SOLUSDT", 10e3, 50, -1.5075, 1.4925)]
    public void RatioToEntry_of_known_positions_is_the_exchanges(string symbol, double notional, double leverage, double longMove, double shortMove)
    {
        var (ladder, _) = BuiltInBrackets.For(symbol);

        Move(PositionSide.Long).ShouldBe(longMove, 0.00005);
        Move(PositionSide.Short).ShouldBe(shortMove, 0.00005);

        double Move(PositionSide side) => (LiquidationPrice.RatioToEntry(side, leverage, notional, ladder) - 1) * 100;
    }

    [Fact]
    public void RatioToEntry_uses_the_bracket_at_the_liquidation_price()
    {
        // A short of 290,000 at 2x grows past the first bracket's 300,000 before it is liquidated.
        var (ladder, _) = BuiltInBrackets.For("BTCUSDT");

        var ratio = LiquidationPrice.RatioToEntry(PositionSide.Short, 2, 290e3, ladder);

        ratio.ShouldBe((1 + (1 / 2.0) + (300 / 290e3)) / (1 + 0.005), 1e-12);
    }

    [Fact]
    public void FromSteps_makes_the_maintenance_amounts_that_Binance_publishes()
    {
        var (ladder, isAssumed) = BuiltInBrackets.For("BTCUSDT");

        isAssumed.ShouldBeFalse();
        double[] notionals = [300e3, 800e3, 3e6, 12e6, 70e6, 100e6, 230e6, 480e6, 600e6, 800e6, 1.2e9, 1.8e9];
        notionals.Select(notional => Math.Round(ladder.Of(notional).MaintenanceAmount, 6))
            .ShouldBe([0, 300, 1_500, 12_000, 132_000, 482_000, 2_982_000, 14_482_000, 26_482_000, 41_482_000, 121_482_000, 421_482_000]);
    }

    [Fact]
    public void FromSteps_refuses_caps_that_do_not_rise() =>
        Should.Throw<ArgumentException>(() => BracketLadder.FromSteps([(100, .01, 50), (100, .02, 25)])).Message.ShouldContain("Bracket 2");

    [Fact]
    public void AllowedNotional_is_what_the_leverage_allows()
    {
        var (ladder, _) = BuiltInBrackets.For("WIFUSDT");

        // 50x ends at 5,000: a position of 10,000 at 50x does not exist, and its formula would put the level at the entry.
        ladder.AllowedNotional(50, 10_000).ShouldBe(5_000);
        ladder.AllowedNotional(10, 10_000).ShouldBe(10_000);
        LiquidationPrice.RatioToEntry(PositionSide.Long, 50, ladder.AllowedNotional(50, 10_000), ladder).ShouldBe((1 - 0.02) / (1 - 0.015), 1e-12);
    }

    [Fact]
    public void For_an_unknown_symbol_says_that_the_brackets_are_assumed()
    {
        var (ladder, isAssumed) = BuiltInBrackets.For("WIFUSDT");

        isAssumed.ShouldBeTrue();
        ladder.MaxLeverage.ShouldBe(50);
    }
}
