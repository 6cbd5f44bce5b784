using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>A month of bars as the service gathers them: 2 hours long, then 30 minutes, then 5, from one wave of prices.</summary>
internal static class Market
{
    public const long Minute = 60_000;

    private static readonly (int Minutes, int Count)[] Resolutions = [(120, 360), (30, 499), (5, 499)];

    /// <summary>The history as it is at an instant: the last bar of each resolution is unfinished unless it ends then.</summary>
    public static IReadOnlyList<MarketBar> At(long minute) => BarTimeline.Join([.. Resolutions.Select(resolution => Bars(resolution.Minutes, resolution.Count, minute))]);

    public static double PriceAt(long minute) => 100 * Math.Exp((0.1 * Math.Sin(minute / 9_000.0)) + (0.02 * Math.Sin(minute / 700.0)) + (0.004 * Math.Sin(minute / 37.0)));

    private static IReadOnlyList<MarketBar> Bars(int length, int count, long now)
    {
        var current = now / length * length;
        return [.. Enumerable.Range(0, count).Select(i => Bar(current - ((count - 1 - i) * length), length, now))];
    }

    private static MarketBar Bar(long start, int length, long now)
    {
        var prices = Enumerable.Range(0, (int)Math.Min(length, now - start) + 1).Select(minute => PriceAt(start + minute)).ToList();
        var isOver = start + length <= now;
        return new MarketBar(
            start * Minute, TimeSpan.FromMinutes(length), prices.Max(), prices.Min(), prices[^1], prices.Max(), prices.Min(),
            isOver ? 1000 + (200 * Math.Sin((start + length) / 300.0)) : null, IsMarkTriggered: true, Open: prices[0]);
    }
}
