namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Probability that within the next 4 hours there is an hour whose forced volume on one side is at least 20 times the trailing 7-day
/// median hour. Follows from the book: how far the price must go to liquidate that much, and how likely it goes there at its recent volatility if it
/// has no drift. Not calibrated on realised liquidations.</summary>
public static class CascadeProbability
{
    /// <summary>Hours ahead.</summary>
    public const int HorizonHours = 4;

    /// <summary>How many times the median hour counts as a cascade.</summary>
    public const double Multiple = 20;

    /// <summary>Fewest hours of forced volume that a median is taken of.</summary>
    public const int MinHours = 48;

    private static readonly TimeSpan MedianWindow = TimeSpan.FromDays(7);

    /// <summary>Estimates the probability.</summary>
    /// <param name="side">Longs are liquidated by a fall, shorts by a rise.</param>
    /// <param name="levels">Standing levels.</param>
    /// <param name="forced">What the book saw liquidated so far.</param>
    /// <param name="price">Present price, USDT.</param>
    /// <param name="volatilityPerHour">Standard deviation of an hour's log return.</param>
    /// <returns>A fraction; null when the history is too short for a median hour, or when the median hour had no liquidation.</returns>
    public static double? Of(
        PositionSide side, IReadOnlyList<StandingLevel> levels, IReadOnlyList<ForcedVolume> forced, double price, double volatilityPerHour)
    {
        if (MedianHour(side, forced) is not ({ } median and > 0))
        {
            return null;
        }

        var distance = DistanceTo(Multiple * median, side, levels, price);
        if (distance is null)
        {
            return 0;
        }

        // Reflection principle: a driftless path touches a distance d within a time with probability 2 (1 − Φ(d / (σ √t))).
        var withinAnHour = Math.Min(1, 2 * UpperTail(distance.Value / volatilityPerHour));
        return 1 - Math.Pow(1 - withinAnHour, HorizonHours);
    }

    private static double? MedianHour(PositionSide side, IReadOnlyList<ForcedVolume> forced)
    {
        if (forced.Count == 0)
        {
            return null;
        }

        const long Hour = 3_600_000;
        var since = forced[^1].OpenTime - (long)MedianWindow.TotalMilliseconds;
        var hours = new Dictionary<long, double>();
        foreach (var bar in forced.Where(bar => bar.OpenTime > since))
        {
            // A bar longer than an hour is spread over the hours it covers.
            var covered = Math.Max(1, (int)(bar.Length.TotalMilliseconds / Hour));
            for (var i = 0; i < covered; i++)
            {
                var hour = (bar.OpenTime / Hour) + i;
                hours[hour] = hours.GetValueOrDefault(hour) + ((side == PositionSide.Long ? bar.Longs : bar.Shorts) / covered);
            }
        }

        if (hours.Count < MinHours)
        {
            return null;
        }

        var sorted = hours.Values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double? DistanceTo(double notional, PositionSide side, IReadOnlyList<StandingLevel> levels, double price)
    {
        var sum = 0.0;
        var byDistance = levels
            .Where(level => level.Side == side)
            .Select(level => (Distance: Math.Abs(Math.Log(level.Price / price)), level.Notional))
            .OrderBy(level => level.Distance);
        foreach (var level in byDistance)
        {
            sum += level.Notional;
            if (sum >= notional)
            {
                return level.Distance;
            }
        }

        return null;
    }

    // 1 − Φ(x) for x ≥ 0, Abramowitz and Stegun 26.2.17, absolute error below 7.5e−8.
    private static double UpperTail(double x)
    {
        var t = 1 / (1 + (0.2316419 * x));
        var series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * series;
    }
}
