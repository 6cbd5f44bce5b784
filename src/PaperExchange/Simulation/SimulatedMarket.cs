using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A made-up market of leveraged traders whose true book is known. Deterministic: the same seed tells the same story at the same
/// instants, whoever asks what in which order; only contracts listed or squeezed in the days before <see cref="SimulationOptions.Now"/> and the
/// delivery contract depend on when the exchange was started. Prices move every 15 s. A year after the start all trading ends.</summary>
public sealed class SimulatedMarket : IMarket
{
    private readonly Dictionary<string, SimulatedInstrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SimulatedInstrument> _spots = new(StringComparer.Ordinal);

    /// <summary>A market of which nothing is simulated before it is asked for.</summary>
    /// <param name="options">What it is made from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days of history are not 1 to 365, the time is not between the years 2020 and 2100, or
    /// the number of contracts is out of range.</exception>
    public SimulatedMarket(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var seed = options.Seed;
        var profiles = InstrumentCatalogue.Create(options);
        Start = profiles.Min(profile => profile.Start);
        var factor = new MarketFactor(seed, SimulationTime.BarOf(Start));
        foreach (var profile in profiles)
        {
            var leader = profile.Leader is null ? null : _instruments[profile.Leader];
            var instrument = new SimulatedInstrument(
                profile, seed, () => leader is null ? new OwnIndex(profile, factor, seed) : new SharedIndex(leader));
            _instruments.Add(profile.Instrument.Symbol, instrument);
            if (profile.Spot is { } spot)
            {
                _spots.Add(spot.Symbol, instrument);
            }
        }

        Instruments = [.. profiles.Select(profile => profile.Instrument)];
        SpotPairs = [.. profiles.Select(profile => profile.Spot).OfType<SpotPair>()];
    }

    /// <inheritdoc/>
    public string Source => "simulated";

    /// <summary>When history begins, Unix ms: the first day of a month, UTC.</summary>
    public long Start { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SpotPair> SpotPairs { get; }

    /// <summary>Makes a market and simulates its history up to <see cref="SimulationOptions.Now"/>, on all processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days of history are not 1 to 365, the time is not between the years 2020 and 2100, or
    /// the number of contracts is out of range.</exception>
    public static SimulatedMarket Create(SimulationOptions options)
    {
        var market = new SimulatedMarket(options);
        Parallel.ForEach(market._instruments.Values, instrument => instrument.TapeThrough(SimulationTime.BarOf(options.Now)));
        return market;
    }

    /// <inheritdoc/>
    public IInstrumentMarket? Find(string symbol) => _instruments.GetValueOrDefault(symbol);

    /// <inheritdoc/>
    public SpotQuote? FindSpot(string symbol, long now) => _spots.GetValueOrDefault(symbol)?.SpotQuote(now);

    /// <summary>Who holds what at <paramref name="now"/> (Unix ms); empty before listing and after trading ended. Quick at the latest
    /// time anybody asked for; an earlier time is simulated again from the start, which takes some tens of milliseconds.</summary>
    /// <exception cref="KeyNotFoundException">No such contract is listed.</exception>
    public TrueBook TrueBook(string symbol, long now) => _instruments[symbol].TrueBook(now);

    /// <summary>Liquidations executed from <paramref name="from"/> to <paramref name="to"/> (Unix ms, inclusive) and not after
    /// <paramref name="now"/>, oldest first.</summary>
    /// <exception cref="KeyNotFoundException">No such contract is listed.</exception>
    public IReadOnlyList<SimulatedLiquidation> Liquidations(string symbol, long from, long to, long now) =>
        _instruments[symbol].Liquidations(from, to, now);
}
