namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Brackets for when the exchange's own table is not at hand, as of April 2026: the ladders of the three largest contracts, and for some
/// forty more their highest leverage, from which a typical ladder follows. Any other contract is assumed to have the commonest ladder of all.</summary>
public static class BuiltInBrackets
{
    /// <summary>When the brackets were Binance's, Unix ms: 2026-04-01, to the month.</summary>
    public const long AsOf = 1_775_001_600_000;

    private static readonly BracketLadder Btc = BracketLadder.FromSteps(
    [
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (70e6, .02, 25), (100e6, .025, 20),
        (230e6, .05, 10), (480e6, .1, 5), (600e6, .125, 4), (800e6, .15, 3), (1.2e9, .25, 2), (1.8e9, .5, 1),
    ]);

    private static readonly BracketLadder Eth = BracketLadder.FromSteps(
    [
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (50e6, .02, 25), (65e6, .025, 20),
        (150e6, .05, 10), (320e6, .1, 5), (400e6, .125, 4), (530e6, .15, 3), (800e6, .25, 2), (1.2e9, .5, 1),
    ]);

    // By highest leverage the shape that is commonest among the larger contracts that have it: large ones are what is listed below.
    private static readonly Dictionary<int, BracketLadder> Typical = new BracketLadder[]
    {
        // SOL's own, too.
        BracketLadder.FromSteps(
        [
            (50e3, .005, 100), (400e3, .0065, 75), (1e6, .01, 50), (4e6, .02, 25), (8e6, .025, 20),
            (40e6, .05, 10), (80e6, .1, 5), (100e6, .125, 4), (200e6, .25, 2), (400e6, .5, 1),
        ]),
        BracketLadder.FromSteps(
        [
            (20e3, .01, 75), (200e3, .015, 50), (1e6, .02, 25), (2e6, .025, 20), (5e6, .05, 10),
            (7.5e6, .1, 5), (10e6, .125, 4), (12.5e6, .25, 2), (15e6, .5, 1),
        ]),
        // The commonest of all, small contracts included.
        BracketLadder.FromSteps(
        [
            (5e3, .015, 50), (10e3, .025, 20), (20e3, .05, 10), (50e3, .1, 5), (250e3, .125, 4), (500e3, .1667, 3), (7.5e6, .25, 2), (12.5e6, .5, 1),
        ]),
        BracketLadder.FromSteps(
        [
            (5e3, .02, 25), (10e3, .025, 20), (20e3, .05, 10), (50e3, .1, 5), (100e3, .125, 4), (250e3, .1667, 3), (2.5e6, .25, 2), (5e6, .5, 1),
        ]),
        BracketLadder.FromSteps(
        [
            (5e3, .025, 20), (10e3, .0333, 15), (25e3, .05, 10), (50e3, .1, 5), (100e3, .125, 4), (500e3, .1667, 3), (8e6, .25, 2), (15e6, .5, 1),
        ]),
        BracketLadder.FromSteps([(5e3, .05, 10), (10e3, .1, 5), (100e3, .125, 4), (500e3, .1667, 3), (8e6, .25, 2), (15e6, .5, 1)]),
        BracketLadder.FromSteps([(50e3, .1, 5), (100e3, .125, 4), (250e3, .1667, 3), (500e3, .25, 2), (800e3, .5, 1)]),
    }.ToDictionary(ladder => ladder.MaxLeverage);

    private static readonly (int MaxLeverage, string[] Symbols)[] Listed =
    [
        (100, ["SOLUSDT", "XRPUSDT", "XAUUSDT", "XAGUSDT"]),
        (75,
        [
            "BNBUSDT", "DOGEUSDT", "ADAUSDT", "AVAXUSDT", "LINKUSDT", "SUIUSDT", "LTCUSDT", "BCHUSDT", "TRXUSDT", "DOTUSDT", "NEARUSDT", "AAVEUSDT",
            "UNIUSDT", "ARBUSDT", "ENAUSDT", "HYPEUSDT", "ZECUSDT", "TAOUSDT", "XLMUSDT", "HBARUSDT", "TRUMPUSDT", "1000PEPEUSDT", "1000BONKUSDT",
            "1000SHIBUSDT", "TONUSDT", "APTUSDT", "ASTERUSDT", "PUMPUSDT",
        ]),
        (50, ["1000SATSUSDT"]),
        (25, ["ALCHUSDT"]),
        (20, ["SPYUSDT", "QQQUSDT"]),
        (10, ["TSLAUSDT", "NVDAUSDT", "COINUSDT"]),
        (5, ["UXLINKUSDT"]),
    ];

    private static readonly Dictionary<string, BracketLadder> BySymbol = Listed
        .SelectMany(group => group.Symbols.Select(symbol => (symbol, Typical[group.MaxLeverage])))
        .Append(("BTCUSDT", Btc))
        .Append(("ETHUSDT", Eth))
        .ToDictionary();

    /// <summary>Every contract whose highest leverage is known.</summary>
    public static IReadOnlyCollection<string> Symbols => BySymbol.Keys;

    /// <summary>The ladder to use for a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <returns>The ladder, and whether it is only assumed for the contract, whose highest leverage is not known.</returns>
    public static (BracketLadder Ladder, bool IsAssumed) For(string symbol) =>
        BySymbol.TryGetValue(symbol, out var ladder) ? (ladder, false) : (Typical[50], true);
}
