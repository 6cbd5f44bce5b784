using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>A recorded perpetual contract.</summary>
public sealed class RecordedInstrument : IInstrumentMarket
{
    private const long TradedLength = 5 * 60_000;
    private const long Hour = 60 * 60_000;
    private const int UsualHours = 8;

    // The archive's folders of mark price bars, finest first. Those of 3 minutes do not add up to bars of 5.
    private static readonly (string Folder, long Length)[] MarkIntervals =
    [
        ("1m", Hour / 60), ("5m", Hour / 12), ("15m", Hour / 4), ("30m", Hour / 2), ("1h", Hour), ("2h", 2 * Hour), ("4h", 4 * Hour),
    ];

    private static readonly string[] QuoteAssets = ["USDT", "USDC", "USD1", "BUSD", "BTC"];

    private readonly Series<Bar> _bars;
    private readonly BarSeries _traded;
    private readonly BarSeries _mark;
    private readonly Series<OpenInterestReading> _openInterest;
    private readonly Dictionary<PositioningKind, Series<PositioningReading>> _positioning;
    private readonly Series<FundingRow> _funding;

    private RecordedInstrument(Instrument instrument, Series<Bar> bars, BarSeries mark, Series<MetricsRow> metrics, Series<FundingRow> funding)
    {
        Instrument = instrument;
        _bars = bars;
        _traded = new BarSeries(bars, TradedLength);
        _mark = mark;
        _openInterest = metrics.Pick(row => row.OpenInterest, reading => reading.Time);
        _positioning = Enum.GetValues<PositioningKind>()
            .ToDictionary(kind => kind, kind => metrics.Pick(row => row.Positioning(kind), reading => reading.Time));
        _funding = funding;
    }

    /// <inheritdoc/>
    public Instrument Instrument { get; }

    /// <summary>Opening of the first bar, Unix ms.</summary>
    public long Start => _bars.First.OpenTime;

    /// <summary>End of the last bar, Unix ms.</summary>
    public long End => _bars.Last.OpenTime + TradedLength;

    /// <summary>Reads a contract's files.</summary>
    /// <param name="folder">Folder of the recorded market.</param>
    /// <param name="symbol">One of its symbols.</param>
    /// <param name="longestGap">How much time may be missing between two traded bars; any when null.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="InvalidSetupException">There are no bars, a row is bad, or a gap is longer.</exception>
    public static RecordedInstrument Load(string folder, string symbol, TimeSpan? longestGap = null)
    {
        var longestStep = longestGap is { } gap ? (long)gap.TotalMilliseconds + TradedLength : long.MaxValue;
        var klines = Path.Combine(folder, "klines", symbol, "5m");
        var bars = CsvTable.Read(klines, table => ReadBar(table, TradedLength), bar => bar.OpenTime, longestStep);
        if (bars.Count == 0)
        {
            throw new InvalidSetupException($"'{klines}' holds no bars.");
        }

        var mark = ReadMark(Path.Combine(folder, "markPriceKlines", symbol));
        var metrics = CsvTable.Read(Path.Combine(folder, "metrics", symbol), MetricsRow.Read, row => row.Time);
        var funding = CsvTable.Read(Path.Combine(folder, "fundingRate", symbol), FundingRow.Read, row => row.Time);
        return new RecordedInstrument(Describe(symbol, bars, funding), bars, mark, metrics, funding);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bar> Bars(PriceKind kind, long interval, long from, long to, long now) => kind switch
    {
        PriceKind.Traded => _traded.Read(interval, from, to, now),
        PriceKind.Mark => _mark.Read(interval, from, to, now),
        _ => [],
    };

    /// <inheritdoc/>
    public IReadOnlyList<OpenInterestReading> OpenInterest(long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        OnStep(_openInterest.Between(from, Math.Min(to, now)), reading => reading.Time, step);

    /// <inheritdoc/>
    public IReadOnlyList<PositioningReading> Positioning(PositioningKind kind, long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        OnStep(_positioning[kind].Between(from, Math.Min(to, now)), reading => reading.Time, step);

    /// <inheritdoc/>
    public IReadOnlyList<TakerReading> TakerVolumes(long from, long to, long now) =>
    [
        .. _bars.Between(from, Math.Min(to, now - TradedLength))
            .Where(bar => bar is { Volume: not null, TakerBuyVolume: not null })
            .Select(bar => new TakerReading(bar.OpenTime, bar.TakerBuyVolume!.Value, bar.Volume!.Value - bar.TakerBuyVolume.Value)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<FundingSettlement> Funding(long from, long to, long now) =>
        [.. _funding.Between(from, Math.Min(to, now)).Select(row => new FundingSettlement(row.Time, row.Rate, MarkPrice: null))];

    /// <summary>The hours of the latest settlement, where they are not the eight that clients assume of a contract that is not listed: cap and
    /// floor are not recorded.</summary>
    public FundingTerms? FundingTerms(long now) => _funding.LatestAt(now) is { IntervalHours: not UsualHours } row
        ? new(row.IntervalHours, Cap: null, Floor: null, row.Time)
        : null;

    /// <summary>The present state. The mark price is the latest known one: between mark bars (hourly ones, say) it is the last traded price.
    /// The running funding estimate is not recorded: the last settled rate is another thing, and the coming settlement would be a look ahead.</summary>
    public Quote? Quote(long now)
    {
        if (_traded.LatestAt(now) is not { } last)
        {
            return null;
        }

        var mark = _mark.LatestAt(now) is { } known && known.Time >= last.Time ? known.Price : last.Price;
        var funding = _funding.LatestAt(now);
        return new Quote(
            last.Price,
            mark,
            IndexPrice: null,
            BidPrice: null,
            AskPrice: null,
            FundingRate: null,
            funding is { IntervalHours: var hours } ? NextMultiple(now, hours * Hour) : null,
            _openInterest.LatestAt(now)?.Contracts);
    }

    private static BarSeries ReadMark(string folder)
    {
        foreach (var (interval, length) in MarkIntervals)
        {
            var bars = CsvTable.Read(Path.Combine(folder, interval), table => ReadBar(table, length), bar => bar.OpenTime);
            if (bars.Count > 0)
            {
                return new BarSeries(bars, length);
            }
        }

        return new BarSeries(Series<Bar>.Empty, Hour);
    }

    private static long NextMultiple(long now, long step) => (now / step * step) + step;

    private static Bar ReadBar(CsvTable table, long length)
    {
        var bar = new Bar(
            table.UnixTime("open_time"),
            table.Price("open"),
            table.Price("high"),
            table.Price("low"),
            table.Price("close"),
            table.OptionalQuantity("volume"),
            table.OptionalQuantity("quote_volume"),
            table.IsRecorded("count") ? table.Integer("count") : null,
            table.OptionalQuantity("taker_buy_volume"),
            table.OptionalQuantity("taker_buy_quote_volume"));
        if (bar.OpenTime % length != 0)
        {
            throw table.Bad($"open_time {bar.OpenTime} is not a multiple of {length} ms");
        }

        if (bar.High < Math.Max(bar.Open, bar.Close) || bar.Low > Math.Min(bar.Open, bar.Close))
        {
            throw table.Bad("open and close do not lie between low and high");
        }

        // A quote volume that was not recorded would print as no turnover at all beside a volume. What the bar does say bounds it between
        // volume x low and volume x high; volume x the mean of its four prices lies in there.
        return bar.QuoteVolume is null && bar.Volume is { } volume
            ? bar with { QuoteVolume = volume * (bar.Open + bar.High + bar.Low + bar.Close) / 4 }
            : bar;
    }

    private static Instrument Describe(string symbol, Series<Bar> bars, Series<FundingRow> funding)
    {
        var quote = Array.Find(QuoteAssets, asset => symbol.Length > asset.Length && symbol.EndsWith(asset, StringComparison.Ordinal))
            ?? throw new InvalidSetupException(
                $"The recorded symbol '{symbol}' is not a perpetual contract against {string.Join(", ", QuoteAssets)}: only those can be replayed.");
        var all = bars.Between(bars.First.OpenTime, bars.Last.OpenTime);
        return new Instrument
        {
            Symbol = symbol,
            Pair = symbol,
            BaseAsset = symbol[..^quote.Length],
            QuoteAsset = quote,
            OnboardDate = bars.First.OpenTime,
            TickSize = SmallestStep.Of(all.SelectMany(bar => new[] { bar.Open, bar.High, bar.Low, bar.Close })),
            StepSize = SmallestStep.Of(all.Select(bar => bar.Volume ?? 0)),
            FundingIntervalHours = funding.Count == 0 ? UsualHours : funding.Last.IntervalHours,
        };
    }

    // Readings were taken when they were taken: only a coarser step leaves those between it out.
    private static IReadOnlyList<T> OnStep<T>(IReadOnlyList<T> readings, Func<T, long> time, long step) =>
        step == IInstrumentMarket.FiveMinutes ? readings : [.. readings.Where(reading => time(reading) % step == 0)];
}
