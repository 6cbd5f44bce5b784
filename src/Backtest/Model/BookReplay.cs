using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>The services' own book, replayed.</summary>
/// <param name="parameters">Its assumptions.</param>
/// <param name="ladder">The contract's brackets.</param>
public sealed class BookReplay(BookParameters parameters, BracketLadder ladder) : ILiquidationModel
{
    /// <inheritdoc/>
    public string Name => "book";

    /// <inheritdoc/>
    public IReadOnlyList<HourlyVolume> Replay(IReadOnlyList<HistoryHour> hours, Action<int, IEnumerable<MapLevel>> atStart)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(atStart);

        // A 2x long is liquidated at half its entry, a 2x short at one and a half times.
        var lowest = hours.Min(hour => Math.Min(hour.Low, hour.TriggerLow));
        var highest = hours.Max(hour => Math.Max(hour.High, hour.TriggerHigh));
        var grid = new PriceGrid(lowest * 0.45, highest * 1.6);
        var book = new LiquidationBook(parameters, ladder, grid);
        var volumes = new HourlyVolume[hours.Count];
        for (var i = 0; i < volumes.Length; i++)
        {
            atStart(i, book.Levels().Select(level => new MapLevel(level.Side, level.Price, level.Notional)));
            var before = book.Forced.Count;
            foreach (var bar in hours[i].Bars)
            {
                book.Advance(bar.Market);
            }

            var forced = book.Forced.Skip(before);
            volumes[i] = new HourlyVolume(hours[i].Start, forced.Sum(volume => volume.Longs), forced.Sum(volume => volume.Shorts));
        }

        return volumes;
    }
}
