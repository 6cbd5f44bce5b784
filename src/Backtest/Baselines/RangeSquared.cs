using OmnipotentFutures.Backtest.Recording;

namespace OmnipotentFutures.Backtest.Baselines;

/// <summary>The square of the largest fall within an hour for longs, of the largest rise for shorts, as fractions of the price. Liquidation grows
/// faster than the move, and this knows nothing else of it. It has no scale of its own. On the recorded market it is the strongest of
/// three readings: one range for both sides, and the way from the hour's open, rank lower.</summary>
public static class RangeSquared
{
    /// <summary>The hour's own range, which is known when the hour is over, as the book's volume is.</summary>
    /// <param name="hours">Hours, oldest first.</param>
    /// <returns>Weights by hour.</returns>
    public static IReadOnlyList<HourlyVolume> Of(IReadOnlyList<HistoryHour> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return [.. hours.Select(Of)];
    }

    /// <summary>The range of the hour before, which is known when the hour begins.</summary>
    /// <param name="hours">Hours, oldest first.</param>
    /// <returns>Weights by hour; zero for the first.</returns>
    public static IReadOnlyList<HourlyVolume> OfHourBefore(IReadOnlyList<HistoryHour> hours)
    {
        var own = Of(hours);
        return [.. own.Select((volume, i) => i == 0 ? new HourlyVolume(volume.Start, 0, 0) : own[i - 1] with { Start = volume.Start })];
    }

    private static HourlyVolume Of(HistoryHour hour)
    {
        var (highest, lowest) = (hour.Open, hour.Open);
        var (fall, rise) = (0.0, 0.0);
        foreach (var bar in hour.Bars)
        {
            // Which of its ends a bar reached first is not known: the moves go from one bar to a later one.
            fall = Math.Max(fall, highest - bar.Market.Low);
            rise = Math.Max(rise, bar.Market.High - lowest);
            highest = Math.Max(highest, bar.Market.High);
            lowest = Math.Min(lowest, bar.Market.Low);
        }

        return new HourlyVolume(hour.Start, Math.Pow(fall / hour.Open, 2), Math.Pow(rise / hour.Open, 2));
    }
}
