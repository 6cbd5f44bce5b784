using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Contracts by the hundred, to make the exchange as long a list as Binance is: coins with made-up names, in about the mix of intervals and
/// kinds that Binance lists. They were listed a few days ago, so that little has to be simulated of each.</summary>
internal static class GeneratedContracts
{
    private const string Consonants = "BDFGKLMNPRSTVZ";
    private const string Vowels = "AEIOU";
    private const int Syllables = 14 * 5;

    /// <summary>Makes contracts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="world">When history begins and when all trading ends, Unix ms.</param>
    /// <param name="now">The exchange's time when it starts, Unix ms.</param>
    /// <param name="taken">Base assets there are already, on either market.</param>
    public static IEnumerable<InstrumentProfile> Create(int count, (long Start, long End) world, long now, IReadOnlySet<string> taken) =>
        Enumerable.Range(0, Syllables * Syllables)
            .Select(Name)
            .Where(name => !taken.Contains(name))
            .Take(count)
            .Select((name, number) => Create(name, number, world, SimulationTime.Floor(now, SimulationTime.Day)));

    private static InstrumentProfile Create(string name, int number, (long Start, long End) world, long today)
    {
        // The list is the same whatever the market's seed is.
        var draws = new NoiseSequence(Noise.For(0, "contract/" + name), 0);
        var price = Math.Pow(10, -3 + (5 * draws.Uniform()));
        var decimals = 3 - (int)Math.Floor(Math.Log10(price));
        var tick = new decimal(1, 0, 0, false, (byte)decimals);
        var millions = 3 * Math.Pow(30, draws.Uniform());
        var start = Math.Max(world.Start, today - ((1 + (number % 3)) * SimulationTime.Day));
        var profile = InstrumentCatalogue.Coin(
            (start, world.End),
            name,
            decimal.Round((decimal)price, decimals),
            tick,
            price < 10 ? 1m : .01m,
            millions > 25 ? BracketLadder.Middling : BracketLadder.Small,
            (number % 23) switch { 0 => 1, < 8 => 8, _ => 4 },
            .02m,
            .7 + (.9 * draws.Uniform()),
            .02 + (.04 * draws.Uniform()),
            millions,
            millions * (.2 + (.3 * draws.Uniform())),
            Math.Round(Math.Pow(10, 8 + (2 * draws.Uniform()))),
            DateTimeOffset.FromUnixTimeMilliseconds(start),
            number % 6 == 0 ? 0 : tick) with { SeedCohortsPerSide = 150 };
        return (number % 30) switch
        {
            4 or 14 => InstrumentCatalogue.Traditional(profile, "EQUITY"),
            9 or 19 => InstrumentCatalogue.Stopped(profile, start + (SimulationTime.Day / 2)),
            25 => Thousand(profile, name),
            _ => profile,
        };
    }

    private static InstrumentProfile Thousand(InstrumentProfile profile, string name)
    {
        var symbol = $"1000{name}USDT";
        return profile with
        {
            Instrument = profile.Instrument with { Symbol = symbol, Pair = symbol, BaseAsset = "1000" + name },
            Spot = new SpotPair(name + "USDT", name, "USDT", profile.Instrument.TickSize / 1000, 1),
            SpotMultiplier = 1000,
        };
    }

    // Every pair of syllables once.
    private static string Name(int number)
    {
        var first = number % Syllables;
        return Syllable(first) + Syllable(((number / Syllables) + (13 * first)) % Syllables);
    }

    private static string Syllable(int number) => $"{Consonants[number / Vowels.Length]}{Vowels[number % Vowels.Length]}";
}
