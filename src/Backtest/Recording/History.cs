using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Recording;

namespace OmnipotentFutures.Backtest.Recording;

/// <summary>The history of a contract, hour by hour.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Hours">Hours with at least one bar, oldest first.</param>
/// <param name="Coverage">What the history holds, and what is missing in it.</param>
public sealed record History(string Symbol, IReadOnlyList<HistoryHour> Hours, HistoryCoverage Coverage)
{
    // A book that has seen nothing for a day is another book.
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(HistoryBar.Length);

    private static readonly int[] MarkMinutes = [5, 15, 30, 60, 120, 240];

    /// <summary>Reads a recorded contract.</summary>
    /// <param name="folder">Folder of a recorded market, in the layout of Binance's public archive.</param>
    /// <param name="symbol">The contract.</param>
    /// <returns>Its history.</returns>
    /// <exception cref="InvalidSetupException">The symbol is not there, a row is bad, a day of bars or more is missing in a row, or open
    /// interest is.</exception>
    public static History Read(string folder, string symbol)
    {
        var symbols = RecordedMarket.SymbolsIn(folder);
        if (!symbols.Contains(symbol))
        {
            throw new InvalidSetupException($"The symbol '{symbol}' is not in '{folder}'. Symbols there: {string.Join(", ", symbols)}.");
        }

        var instrument = RecordedInstrument.Load(folder, symbol, LongestGap);
        var history = Of(instrument, instrument.Start, instrument.End);
        return history.Hours.Any(hour => hour.Bars.Any(bar => bar.Market.OpenInterest is not null))
            ? history
            : throw new InvalidSetupException(
                $"'{Path.Combine(folder, "metrics", symbol)}' holds no open interest between the first and the last bar: a book cannot be built.");
    }

    /// <summary>Reads what a market knows of a contract.</summary>
    /// <param name="instrument">The contract in its market.</param>
    /// <param name="from">Start, Unix ms.</param>
    /// <param name="to">End, Unix ms, exclusive.</param>
    /// <returns>Its history in that time.</returns>
    public static History Of(IInstrumentMarket instrument, long from, long to)
    {
        ArgumentNullException.ThrowIfNull(instrument);

        // A mark bar that is longer than what is left of the history is known as a whole all the same.
        var now = to + HistoryHour.Length * 4;
        var (markMinutes, marks) = Marks(instrument, from, to, now);
        var readings = new Queue<OpenInterestReading>(instrument.OpenInterest(from, to, now));
        HistoryBar[] bars =
        [
            .. instrument.Bars(PriceKind.Traded, HistoryBar.Length, from, to - 1, now)
                .Select(bar => ToHistoryBar(bar, marks, markMinutes, OpenInterestAt(bar.OpenTime + HistoryBar.Length, readings))),
        ];
        var hours = HistoryHour.Of(bars);
        return new History(instrument.Instrument.Symbol, hours, HistoryCoverage.Of(hours, markMinutes));
    }

    private static (int? Minutes, Dictionary<long, Bar> Bars) Marks(IInstrumentMarket instrument, long from, long to, long now)
    {
        foreach (var minutes in MarkMinutes)
        {
            var bars = instrument.Bars(PriceKind.Mark, minutes * 60_000, from - (minutes * 60_000) + 1, to - 1, now);
            if (bars.Count > 0)
            {
                return (minutes, bars.ToDictionary(bar => bar.OpenTime));
            }
        }

        return (null, []);
    }

    // The reading of a bar's end, or one that was taken within the bar.
    private static double? OpenInterestAt(long end, Queue<OpenInterestReading> readings)
    {
        double? latest = null;
        while (readings.TryPeek(out var reading) && reading.Time <= end)
        {
            latest = reading.Time > end - HistoryBar.Length ? (double)reading.Contracts : null;
            readings.Dequeue();
        }

        return latest;
    }

    private static HistoryBar ToHistoryBar(Bar bar, Dictionary<long, Bar> marks, int? markMinutes, double? openInterest)
    {
        (double Low, double High)? mark = null;
        if (markMinutes is { } minutes && marks.TryGetValue(bar.OpenTime - (bar.OpenTime % (minutes * 60_000L)), out var covering))
        {
            mark = ((double)covering.Low, (double)covering.High);
        }

        var trigger = TriggerRange.Of((double)bar.Low, (double)bar.High, mark, isMarkFine: markMinutes * 60_000L <= HistoryBar.Length);
        return new HistoryBar(
            new MarketBar(
                bar.OpenTime,
                TimeSpan.FromMilliseconds(HistoryBar.Length),
                (double)bar.High,
                (double)bar.Low,
                (double)bar.Close,
                trigger.High,
                trigger.Low,
                openInterest,
                IsMarkTriggered: mark is not null),
            (double)bar.Open,
            (double?)bar.Volume);
    }
}
