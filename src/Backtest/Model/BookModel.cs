using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>The services' own book, replayed.</summary>
/// <param name="parameters">Its assumptions.</param>
/// <param name="ladder">The contract's brackets.</param>
public sealed class BookModel(BookParameters parameters, BracketLadder ladder) : ILiquidationModel
{
    /// <inheritdoc/>
    public string Name => "book";

    /// <inheritdoc/>
    public IReadOnlyList<HourlyVolume> Replay(IReadOnlyList<HistoryHour> hours, Action<int, IEnumerable<StandingLevel>> atStart)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(atStart);

        MarketBar[] bars = [.. hours.SelectMany(hour => hour.Bars).Select(bar => bar.Market)];
        var book = LiquidationBook.For(parameters, ladder, bars);
        var volumes = new HourlyVolume[hours.Count];
        for (var i = 0; i < volumes.Length; i++)
        {
            atStart(i, Levels(book, hours[i].Open));
            var (longs, shorts) = (0.0, 0.0);
            foreach (var bar in hours[i].Bars)
            {
                var forced = book.Advance(bar.Market);
                longs += forced.Longs;
                shorts += forced.Shorts;
            }

            volumes[i] = new HourlyVolume(hours[i].Start, longs, shorts);
        }

        return volumes;
    }

    private static IEnumerable<StandingLevel> Levels(LiquidationBook now, double price)
    {
        var book = now.At(price);
        foreach (var side in new[] { PositionSide.Long, PositionSide.Short })
        {
            var notional = book.Notional(side);
            for (var band = 0; band < notional.Length; band++)
            {
                if (notional[band] > 0)
                {
                    yield return new StandingLevel(side, book.Grid.PriceOf(band), notional[band]);
                }
            }
        }
    }
}
