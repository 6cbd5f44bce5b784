using FsCheck.Xunit;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class BracketLadderTests
{
    /// <summary>Moves from entry to liquidation, percent, for isolated one-way positions of the 2026-04 bracket table.</summary>
    public static TheoryData<string, double, int, double, double> KnownAnswers => new()
    {
        { "BTC", 50e3, 2, -49.7992, 49.4024 },
        { "BTC", 50e3, 10, -9.6386, 9.5618 },
        { "BTC", 50e3, 25, -3.6145, 3.5857 },
        { "BTC", 50e3, 50, -1.6064, 1.5936 },
        { "BTC", 50e3, 75, -0.9371, 0.9296 },
        { "BTC", 50e3, 100, -0.6024, 0.5976 },
        { "BTC", 50e3, 125, -0.4016, 0.3984 },
        { "BTC", 5e6, 10, -9.3333, 9.1485 },
        { "BTC", 5e6, 50, -1.2525, 1.2277 },
        { "BTC", 150e6, 2, -49.0475, 44.7505 },
        { "BTC", 150e6, 10, -7.3558, 6.6552 },
        { "SOL", 10e3, 50, -1.5075, 1.4925 },
        { "1000PEPE", 1e6, 25, -2.3031, 2.2127 },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Liquidation_price_matches_known_answers(string coin, double notional, int leverage, double longMove, double shortMove)
    {
        var ladder = coin switch { "BTC" => BracketLadder.Deepest, "SOL" => BracketLadder.Large, _ => BracketLadder.Liquid };
        const double Entry = 250;

        Move(PositionSide.Long).ShouldBe(longMove, 0.00006);
        Move(PositionSide.Short).ShouldBe(shortMove, 0.00006);

        double Move(PositionSide side) => ((ladder.LiquidationPrice(side, Entry, notional / Entry, leverage) / Entry) - 1) * 100;
    }

    [Fact]
    public void Maintenance_amounts_follow_from_the_rungs() =>
        BracketLadder.Deepest.Brackets.Select(bracket => Math.Round(bracket.MaintenanceAmount)).ShouldBe(
            [0, 300, 1_500, 12_000, 132_000, 482_000, 2_982_000, 14_482_000, 26_482_000, 41_482_000, 121_482_000, 421_482_000]);

    [Property(MaxTest = 300)]
    public void At_the_liquidation_price_the_equity_is_the_maintenance_margin_of_the_bracket_there(bool isLong, uint size, byte leverageDraw)
    {
        var ladder = BracketLadder.Liquid;
        var notional = 10 + (size % 30_000_000.0);
        var leverage = 1 + (leverageDraw % ladder.At(notional).MaxLeverage);
        var (side, direction) = isLong ? (PositionSide.Long, 1) : (PositionSide.Short, -1);
        const double Entry = 3.7;
        var contracts = notional / Entry;

        var price = ladder.LiquidationPrice(side, Entry, contracts, leverage);

        var bracket = ladder.At(price * contracts);
        var equity = (notional / leverage) + (direction * contracts * (price - Entry));
        equity.ShouldBe((price * contracts * bracket.MaintenanceMarginRate) - bracket.MaintenanceAmount, 1e-6 * notional);
    }

    [Fact]
    public void An_unleveraged_long_cannot_be_liquidated() =>
        BracketLadder.Deepest.LiquidationPrice(PositionSide.Long, 100, 1, 1).ShouldBeLessThanOrEqualTo(0);
}
