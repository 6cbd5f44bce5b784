namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>How much the price moves.</summary>
public static class Volatility
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Realised volatility of the last 24 hours: root of the mean squared log return, scaled to an hour.</summary>
    /// <param name="bars">Bars, oldest first.</param>
    /// <returns>Standard deviation of an hour's log return, a fraction; null when there are fewer than two bars.</returns>
    public static double? PerHour(IReadOnlyList<MarketBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count < 2)
        {
            return null;
        }

        var since = bars[^1].OpenTime - (long)Window.TotalMilliseconds;
        var squares = 0.0;
        var hours = 0.0;
        for (var i = bars.Count - 1; i > 0 && bars[i].OpenTime > since; i--)
        {
            var change = Math.Log(bars[i].Close / bars[i - 1].Close);
            squares += change * change;
            hours += bars[i].Length.TotalHours;
        }

        return hours > 0 ? Math.Sqrt(squares / hours) : null;
    }
}
