using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Replays a market that was recorded in the layout of Binance's public archive: <c>klines/SYMBOL/5m</c>,
/// <c>markPriceKlines/SYMBOL</c> (the finest interval there is), <c>metrics/SYMBOL</c> and <c>fundingRate/SYMBOL</c>, CSV files with a header. A symbol exists
/// where its klines do; everything else may be missing, and so may rows and cells. Spot and order books are not recorded.</summary>
public sealed class RecordedMarket : IMarket
{
    private readonly Dictionary<string, RecordedInstrument> _instruments;

    private RecordedMarket(IReadOnlyList<RecordedInstrument> instruments)
    {
        _instruments = instruments.ToDictionary(instrument => instrument.Instrument.Symbol);
        Instruments = [.. instruments.Select(instrument => instrument.Instrument)];
        Start = instruments.Min(instrument => instrument.Start);
        End = instruments.Max(instrument => instrument.End);
    }

    /// <inheritdoc/>
    public string Source => "recorded";

    /// <inheritdoc/>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SpotPair> SpotPairs => [];

    /// <summary>Opening of the first bar of any symbol, Unix ms.</summary>
    public long Start { get; }

    /// <summary>End of the last bar of any symbol, Unix ms.</summary>
    public long End { get; }

    /// <summary>Reads a recorded market.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>The market.</returns>
    /// <exception cref="InvalidSetupException">There are no klines in it, or a row is bad.</exception>
    public static RecordedMarket Load(string folder)
    {
        var instruments = SymbolsIn(folder)
            .AsParallel()
            .AsOrdered()
            .Select(symbol => RecordedInstrument.Load(folder, symbol));
        try
        {
            return new RecordedMarket([.. instruments]);
        }
        catch (AggregateException failures) when (failures.InnerExceptions.OfType<InvalidSetupException>().FirstOrDefault() is { } first)
        {
            throw new InvalidSetupException(first.Message);
        }
    }

    /// <summary>The contracts of a recorded market.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>Their symbols in order, at least one.</returns>
    /// <exception cref="InvalidSetupException">There are no klines in it.</exception>
    public static IReadOnlyList<string> SymbolsIn(string folder)
    {
        var klines = Path.Combine(folder, "klines");
        if (!Directory.Exists(klines))
        {
            throw new InvalidSetupException($"'{folder}' holds no recorded market: it has no folder 'klines'.");
        }

        string[] symbols = [.. Directory.EnumerateDirectories(klines).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        return symbols is []
            ? throw new InvalidSetupException($"'{folder}' holds no recorded market: its folder 'klines' is empty.")
            : symbols;
    }

    /// <inheritdoc/>
    public IInstrumentMarket? Find(string symbol) => _instruments.GetValueOrDefault(symbol);

    /// <inheritdoc/>
    public SpotQuote? FindSpot(string symbol, long now) => null;
}
