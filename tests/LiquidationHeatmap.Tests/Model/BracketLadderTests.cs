using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomPosition)])]
public sealed class BracketLadderTests
{
    private static readonly Bracket[] Sound =
    [
        new(0, 300e3, .004, 0, 150), new(300e3, 800e3, .005, 300, 100), new(800e3, 3e6, .0065, 1_500, 75),
    ];

    public static TheoryData<int, Bracket, string> Faults => new()
    {
        { 1, Sound[0] with { NotionalFloor = 5 }, "row 1: floor 5 must be 0, for no bracket is below it" },
        { 2, Sound[1] with { NotionalFloor = 310e3 }, "row 2: floor 310000 must be 300000, the cap of the row before" },
        { 2, Sound[1] with { NotionalFloor = 290e3 }, "row 2: floor 290000 must be 300000" },
        { 2, Sound[1] with { NotionalFloor = double.NaN }, "row 2: floor NaN" },
        { 1, Sound[0] with { NotionalCap = 0 }, "row 1: cap 0 must be above floor 0" },
        { 3, Sound[2] with { NotionalCap = 800e3 }, "row 3: cap 800000 must be above floor 800000" },
        { 3, Sound[2] with { NotionalCap = double.PositiveInfinity }, "row 3: cap Infinity" },
        { 3, Sound[2] with { NotionalCap = double.NaN }, "row 3: cap NaN" },
        { 1, Sound[0] with { MaintenanceRate = 0 }, "row 1: maintenance rate 0 must be above 0 and below 1" },
        { 1, Sound[0] with { MaintenanceRate = -.004 }, "row 1: maintenance rate -0.004 must be above 0" },
        { 2, Sound[1] with { MaintenanceRate = .004 }, "row 2: maintenance rate 0.004 must be above 0.004 and below 1" },
        { 3, Sound[2] with { MaintenanceRate = 1 }, "row 3: maintenance rate 1 must be above 0.005 and below 1" },
        { 3, Sound[2] with { MaintenanceRate = double.NaN }, "row 3: maintenance rate NaN" },
        { 1, Sound[0] with { MaintenanceRate = .4 }, "row 1: maintenance rate 0.4 must be below 1/150" },
        { 1, Sound[0] with { MaxLeverage = 0 }, "row 1: highest leverage 0 must be at least 1" },
        { 2, Sound[1] with { MaxLeverage = 151 }, "row 2: highest leverage 151 must be at least 1 and not above that of the row before" },
        { 1, Sound[0] with { MaintenanceAmount = 1 }, "row 1: maintenance amount 1 must be 0" },
        { 2, Sound[1] with { MaintenanceAmount = 310 }, "row 2: maintenance amount 310 must be 300, or the margin would jump at 300000" },
        { 2, Sound[1] with { MaintenanceAmount = double.NaN }, "row 2: maintenance amount NaN" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Rows_that_are_no_ladder_are_refused_with_the_row_and_the_reason(int row, Bracket bad, string fault)
    {
        Bracket[] rows = [.. Sound];
        rows[row - 1] = bad;

        BracketLadder.FaultOf(rows)!.Row.ShouldBe(row);
        Should.Throw<ArgumentException>(() => BracketLadder.FromBrackets(rows)).Message.ShouldStartWith(fault);
    }

    [Fact]
    public void No_rows_are_no_ladder() =>
        Should.Throw<ArgumentException>(() => BracketLadder.FromBrackets([])).Message.ShouldStartWith("there are no brackets");

    [Fact]
    public void Rows_in_the_wrong_order_are_refused() => BracketLadder.FaultOf([Sound[1], Sound[0]])!.Row.ShouldBe(1);

    [Fact]
    public void Amounts_may_be_rounded()
    {
        // 10,000 × (1/6 − 0.1) is 666.666…, and exchanges print two decimals.
        BracketLadder.FaultOf([new(0, 10e3, .1, 0, 5), new(10e3, 20e3, 1 / 6.0, 666.67, 3)]).ShouldBeNull();
        BracketLadder.FaultOf([new(0, 10e3, .1, 0, 5), new(10e3, 20e3, 1 / 6.0, 666.7, 3)])!.Row.ShouldBe(2);
    }

    [Fact]
    public void FromBrackets_keeps_the_rows_it_was_given() => BracketLadder.FromBrackets(Sound).Brackets.ShouldBe(Sound);

    [Fact]
    public void FromSteps_makes_the_maintenance_amounts_that_Binance_publishes() =>
        Ladders.Btc.Brackets.Select(bracket => Math.Round(bracket.MaintenanceAmount, 6))
            .ShouldBe([0, 300, 1_500, 12_000, 132_000, 482_000, 2_982_000, 14_482_000, 26_482_000, 41_482_000, 121_482_000, 421_482_000]);

    [Fact]
    public void FromSteps_refuses_caps_that_do_not_rise() =>
        Should.Throw<ArgumentException>(() => BracketLadder.FromSteps([(100, .01, 50), (100, .02, 25)])).Message.ShouldStartWith("row 2: cap 100");

    [Property]
    public void Of_is_the_bracket_that_holds_the_notional(RandomPosition position)
    {
        var bracket = position.Ladder.Of(position.Notional);

        position.Notional.ShouldBeGreaterThan(bracket.NotionalFloor);
        position.Notional.ShouldBeLessThanOrEqualTo(bracket.NotionalCap);
    }

    [Fact]
    public void Of_above_every_cap_is_the_last_bracket() => Ladders.Btc.Of(1e12).ShouldBe(Ladders.Btc.Brackets[^1]);

    [Fact]
    public void AllowedNotional_is_what_the_leverage_allows()
    {
        var ladder = BracketLadder.FromSteps([(5e3, .015, 50), (20e3, .02, 25)]);

        // 50x ends at 5,000: a position of 10,000 at 50x does not exist, and its formula would put the level at the entry.
        ladder.AllowedNotional(50, 10_000).ShouldBe(5_000);
        ladder.AllowedNotional(10, 10_000).ShouldBe(10_000);
        LiquidationPrice.RatioToEntry(PositionSide.Long, 50, ladder.AllowedNotional(50, 10_000), ladder).ShouldBe((1 - 0.02) / (1 - 0.015), 1e-12);
    }
}
