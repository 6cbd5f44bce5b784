using MathNet.Numerics;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>How likely the price is to get to a band. A map says what stands where; what will be liquidated is that times this.</summary>
public static class ReachChance
{
    private const int MemoryHours = 24;

    /// <summary>The chance that a price without drift, at the volatility of the day before, enters each band of <see cref="FrozenMaps"/> within
    /// some hours: 2 (1 − Φ(d / (σ √t))) for a band at distance d (reflection principle).</summary>
    /// <param name="hours">Hours, oldest first.</param>
    /// <param name="horizonHours">Hours ahead.</param>
    /// <returns>Chances by hour and band, known at the hour's start; all 1 where no volatility is known yet.</returns>
    public static double[][] Of(IReadOnlyList<HistoryHour> hours, int horizonHours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return [.. Enumerable.Range(0, hours.Count).Select(hour => OfBands(hours, hour, horizonHours))];
    }

    private static double[] OfBands(IReadOnlyList<HistoryHour> hours, int hour, int horizonHours)
    {
        var first = Math.Max(0, hour - MemoryHours);
        MarketBar[] bars = [.. Enumerable.Range(first, hour - first).SelectMany(before => hours[before].Bars).Select(bar => bar.Market)];
        var spread = Volatility.PerHour(bars) * Math.Sqrt(horizonHours) ?? 0;
        return [.. Enumerable.Range(0, FrozenMaps.Bands).Select(band => spread > 0 ? Touch((band + 0.5) * PriceBands.Width / spread) : 1)];
    }

    private static double Touch(double deviations) => SpecialFunctions.Erfc(deviations / Math.Sqrt(2));
}
