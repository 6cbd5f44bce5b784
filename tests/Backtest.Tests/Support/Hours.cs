using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests.Support;

/// <summary>Hours made by hand.</summary>
internal static class Hours
{
    /// <summary>An hour whose price goes through some points, bar by bar; later bars stay at the last point.</summary>
    public static HistoryHour Through(int index, params double[] prices)
    {
        var start = MarketFiles.Start + (index * HistoryHour.Length);
        var bars = Enumerable.Range(0, HistoryHour.WholeBars).Select(bar =>
        {
            var open = prices[Math.Min(bar, prices.Length - 1)];
            var close = prices[Math.Min(bar + 1, prices.Length - 1)];
            return Bar(start + (bar * HistoryBar.Length), open, close);
        });
        return new HistoryHour(start, [.. bars], openInterest: 1000);
    }

    public static HistoryBar Bar(long time, double open, double close, double? volume = 1, double? openInterest = 1000)
    {
        var (low, high) = (Math.Min(open, close), Math.Max(open, close));
        return new HistoryBar(
            new MarketBar(time, TimeSpan.FromMilliseconds(HistoryBar.Length), high, low, close, high, low, openInterest), open, volume);
    }
}
