using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Binance's ladders of April 2026 as far as tests need them.</summary>
internal static class Ladders
{
    public static BracketLadder Btc { get; } = BracketLadder.FromSteps(
    [
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (70e6, .02, 25), (100e6, .025, 20),
        (230e6, .05, 10), (480e6, .1, 5), (600e6, .125, 4), (800e6, .15, 3), (1.2e9, .25, 2), (1.8e9, .5, 1),
    ]);

    public static BracketLadder Sol { get; } = BracketLadder.FromSteps([(50e3, .005, 100), (400e3, .0065, 75), (1e6, .01, 50)]);

    public static BracketLadder Pepe { get; } = BracketLadder.FromSteps(
        [(20e3, .0065, 75), (200e3, .01, 50), (300e3, .015, 40), (1.5e6, .02, 25), (3e6, .025, 20)]);

    public static BracketLadder Of(string coin) => coin switch { "BTC" => Btc, "SOL" => Sol, _ => Pepe };
}
