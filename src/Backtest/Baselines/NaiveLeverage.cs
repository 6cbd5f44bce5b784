using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Baselines;

/// <summary>The leverages of the usual liquidation map, all equally common, with levels at 1/L from the entry: no maintenance margin.</summary>
internal static class NaiveLeverage
{
    /// <summary>The leverages.</summary>
    public static IReadOnlyList<int> All { get; } = [10, 25, 50, 100];

    /// <summary>The levels of one entry, a share of it at each leverage.</summary>
    /// <param name="entryPrice">Its price.</param>
    /// <param name="notional">Its size on each side.</param>
    /// <returns>A level a side and leverage.</returns>
    public static IEnumerable<StandingLevel> Levels(double entryPrice, double notional)
    {
        foreach (var leverage in All)
        {
            yield return new StandingLevel(PositionSide.Long, entryPrice * (1 - (1.0 / leverage)), notional / All.Count);
            yield return new StandingLevel(PositionSide.Short, entryPrice * (1 + (1.0 / leverage)), notional / All.Count);
        }
    }

    /// <summary>What an hour's prices reach of a map.</summary>
    /// <param name="hour">The hour.</param>
    /// <param name="levels">Levels that stand at its start; those beyond the price of that moment are not standing.</param>
    /// <returns>Their sum a side.</returns>
    public static HourlyVolume Swept(HistoryHour hour, IEnumerable<StandingLevel> levels)
    {
        var (longs, shorts) = (0.0, 0.0);
        foreach (var level in levels)
        {
            if (level.Side == PositionSide.Long && level.Price < hour.Open && level.Price >= hour.TriggerLow)
            {
                longs += level.Notional;
            }
            else if (level.Side == PositionSide.Short && level.Price > hour.Open && level.Price <= hour.TriggerHigh)
            {
                shorts += level.Notional;
            }
        }

        return new HourlyVolume(hour.Start, longs, shorts);
    }
}
