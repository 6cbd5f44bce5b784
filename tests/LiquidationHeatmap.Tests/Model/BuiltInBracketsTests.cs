using System.Text.Json;
using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class BuiltInBracketsTests
{
    // Symbol to rows of floor, cap, maintenance rate, maintenance amount and highest leverage.
    private static readonly Lazy<Dictionary<string, BracketLadder>> Recorded = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, double[][]>>(File.ReadAllText(Path.Combine(SharedFolder.PathOf("binance"), "leverage-brackets-2026-04.json")))!
            .ToDictionary(
                entry => entry.Key,
                entry => BracketLadder.FromBrackets([.. entry.Value.Select(row => new Bracket(row[0], row[1], row[2], row[3], (int)row[4]))])));

    [SharedFolderFact("binance")]
    public void Every_recorded_ladder_of_the_exchange_is_a_ladder() => Recorded.Value.Count.ShouldBe(673);

    [SharedFolderTheory("binance")]
    [InlineData("BTCUSDT")]
    [InlineData("ETHUSDT")]
    [InlineData("SOLUSDT")]
    public void Largest_contracts_have_their_own_ladder(string symbol)
    {
        var builtIn = BuiltInBrackets.For(symbol).Ladder.Brackets;
        var recorded = Recorded.Value[symbol].Brackets;

        builtIn.Select(bracket => bracket with { MaintenanceAmount = Math.Round(bracket.MaintenanceAmount, 6) }).ShouldBe(recorded);
    }

    [SharedFolderFact("binance")]
    public void Listed_contracts_have_their_own_highest_leverage_and_a_ladder_that_some_contract_has()
    {
        BuiltInBrackets.Symbols.Count.ShouldBeGreaterThan(35);
        foreach (var symbol in BuiltInBrackets.Symbols)
        {
            var (ladder, isAssumed) = BuiltInBrackets.For(symbol);

            isAssumed.ShouldBeFalse();
            ladder.MaxLeverage.ShouldBe(Recorded.Value[symbol].MaxLeverage, symbol);
            Recorded.Value.Values.ShouldContain(recorded => Shape(recorded).SequenceEqual(Shape(ladder)), symbol);
        }
    }

    [SharedFolderFact("binance")]
    public void Unknown_contract_is_assumed_to_have_the_commonest_ladder()
    {
        var commonest = Recorded.Value.Values.GroupBy(ladder => string.Join(";", Shape(ladder))).MaxBy(shape => shape.Count())!;

        var (ladder, isAssumed) = BuiltInBrackets.For("NOBODYKNOWSUSDT");

        isAssumed.ShouldBeTrue();
        string.Join(";", Shape(ladder)).ShouldBe(commonest.Key);
    }

    private static IEnumerable<(double, double, int)> Shape(BracketLadder ladder) =>
        ladder.Brackets.Select(bracket => (bracket.NotionalCap, bracket.MaintenanceRate, bracket.MaxLeverage));
}
