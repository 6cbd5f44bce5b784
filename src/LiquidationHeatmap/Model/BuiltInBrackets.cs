namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Brackets for when the exchange's own table is not at hand.</summary>
public static class BuiltInBrackets
{
    private static readonly (double Cap, double Rate, int Leverage)[] BtcSteps =
    [
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (70e6, .02, 25), (100e6, .025, 20),
        (230e6, .05, 10), (480e6, .1, 5), (600e6, .125, 4), (800e6, .15, 3), (1.2e9, .25, 2), (1.8e9, .5, 1),
    ];

    private static readonly (double Cap, double Rate, int Leverage)[] EthSteps =
    [
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (50e6, .02, 25), (65e6, .025, 20),
        (150e6, .05, 10), (320e6, .1, 5), (400e6, .125, 4), (530e6, .15, 3), (800e6, .25, 2), (1.2e9, .5, 1),
    ];

    private static readonly (double Cap, double Rate, int Leverage)[] SolSteps =
    [
        (50e3, .005, 100), (400e3, .0065, 75), (1e6, .01, 50), (4e6, .02, 25), (8e6, .025, 20),
        (40e6, .05, 10), (80e6, .1, 5), (100e6, .125, 4), (200e6, .25, 2), (400e6, .5, 1),
    ];

    private static readonly BracketLadder Btc = BracketLadder.FromSteps(BtcSteps);
    private static readonly BracketLadder Eth = BracketLadder.FromSteps(EthSteps);
    private static readonly BracketLadder Sol = BracketLadder.FromSteps(SolSteps);

    // The commonest shape in April 2026, when highest leverages ran from 5x to 150x: a guess at any single contract.
    private static readonly BracketLadder Usual = BracketLadder.FromSteps(
    [
        (5e3, .015, 50), (10e3, .02, 25), (25e3, .025, 20), (62.5e3, .05, 10), (125e3, .1, 5),
        (250e3, .125, 4), (500e3, .1667, 3), (7.5e6, .25, 2), (12.5e6, .5, 1),
    ]);

    /// <summary>The ladder to use for a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <returns>The ladder, and whether it is the contract's own as of April 2026 or a usual one that is only assumed for it.</returns>
    public static (BracketLadder Ladder, bool IsAssumed) For(string symbol) => symbol switch
    {
        "BTCUSDT" => (Btc, false),
        "ETHUSDT" => (Eth, false),
        "SOLUSDT" => (Sol, false),
        _ => (Usual, true),
    };
}
