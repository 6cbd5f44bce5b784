using System.Globalization;
using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

/// <summary>Small simulated markets for tests. Nothing in them is simulated before it is asked for.</summary>
internal static class Worlds
{
    public const long Second = 1_000;
    public const long Minute = 60 * Second;
    public const long FiveMinutes = 5 * Minute;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    /// <summary>Four and a half days after the beginning of the month, in the middle of a bar.</summary>
    public static readonly long Now = At("2026-11-05T13:22:40Z");

    public static readonly long Start = At("2026-11-01T00:00:00Z");

    public static long At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    public static SimulatedMarket Create(int seed = 1, long? now = null) => new(Options(seed, now));

    public static SimulationOptions Options(int seed = 1, long? now = null) => new() { Seed = seed, Now = now ?? Now, HistoryDays = 4 };

    public static InstrumentProfile Profile(string symbol) =>
        InstrumentCatalogue.Create(Options()).Single(profile => profile.Instrument.Symbol == symbol);

    public static IInstrumentMarket Get(this SimulatedMarket market, string symbol) => market.Find(symbol).ShouldNotBeNull();

    public static string Delivery(this SimulatedMarket market) =>
        market.Instruments.Single(instrument => instrument.ContractType == "CURRENT_QUARTER").Symbol;

    /// <summary>Everything a client can learn of a contract at an instant, as text that can be compared.</summary>
    public static string Describe(this SimulatedMarket market, string symbol, long from, long now)
    {
        var contract = market.Get(symbol);
        var parts = new List<object?>
        {
            contract.Quote(now),
            market.FindSpot(symbol, now),
            Join(contract.Bars(PriceKind.Traded, Minute, from, now, now)),
            Join(contract.Bars(PriceKind.Mark, FiveMinutes, from, now, now)),
            Join(contract.Bars(PriceKind.Index, Hour, from, now, now)),
            Join(contract.OpenInterest(from, now, now)),
            Join(contract.Positioning(PositioningKind.GlobalAccounts, from, now, now)),
            Join(contract.Positioning(PositioningKind.TopAccounts, from, now, now)),
            Join(contract.Positioning(PositioningKind.TopPositions, from, now, now)),
            Join(contract.TakerVolumes(from, now, now)),
            Join(contract.Funding(from, now, now)),
            Join(market.Liquidations(symbol, from, now, now)),
        };
        return string.Join('\n', parts);
    }

    public static string Describe(this TrueBook book) => $"{book.HedgedLong} {book.HedgedShort} {Join(book.Positions)}";

    private static string Join<T>(IEnumerable<T> items) => string.Join(';', items);
}
