namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What tells whether a cascade is near.</summary>
/// <param name="Distance">Log of how far the price must go until as much as a cascade has been liquidated, over the mean height of the last four
/// hours: how many such hours away it is.</param>
/// <param name="Season">Log of how high the next four hours of the day have been in the last 7 days, over how high all hours have been.</param>
public readonly record struct CascadeSigns(double Distance, double Season)
{
    /// <summary>Fewest of the week's 168 hours that a median is taken of.</summary>
    public const int MinHours = 120;

    // Farther levels are far, however far: a book may hold less than a cascade.
    private const double FarthestDistance = 0.2;

    private const int RecentHours = 4;
    private const long HourMs = 3_600_000;

    /// <summary>Reads the signs.</summary>
    /// <param name="side">Longs are liquidated by a fall, shorts by a rise.</param>
    /// <param name="week">Finished hours of the last 7 days, oldest first.</param>
    /// <param name="book">What stands.</param>
    /// <param name="liquidatedShare">Share of what the price reaches that is liquidated, a fraction.</param>
    /// <returns>The signs; null when hours are missing, or when half of them had no liquidation.</returns>
    public static CascadeSigns? Read(PositionSide side, IReadOnlyList<TalliedHour> week, StandingBook book, double liquidatedShare)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(book);
        if (week.Count < MinHours)
        {
            return null;
        }

        var median = Median(week.Select(hour => hour.Of(side)));
        var recent = week.TakeLast(RecentHours).Average(hour => hour.Range);
        if (!(median > 0 && recent > 0))
        {
            return null;
        }

        var distance = DistanceTo(CascadeProbability.Multiple * median / liquidatedShare, side, book);
        return new CascadeSigns(Math.Log(distance / recent), Seasonality(week));
    }

    private static double Seasonality(IReadOnlyList<TalliedHour> week)
    {
        var byHour = week.ToLookup(hour => hour.Start / HourMs % 24, hour => hour.Range);
        var next = (week[^1].Start / HourMs) + 1;
        var coming = Enumerable.Range(0, CascadeProbability.HorizonHours)
            .Select(ahead => byHour[(next + ahead) % 24])
            .Where(ranges => ranges.Any())
            .Select(ranges => ranges.Average())
            .DefaultIfEmpty(0)
            .Average();
        return coming > 0 ? Math.Log(coming / week.Average(hour => hour.Range)) : 0;
    }

    private static double DistanceTo(double notional, PositionSide side, StandingBook book)
    {
        var levels = book.Notional(side);
        var step = side == PositionSide.Long ? -1 : 1;
        var sum = 0.0;
        for (var band = book.Grid.BandOf(book.Price); band >= 0 && band < levels.Length; band += step)
        {
            sum += levels[band];
            if (sum >= notional)
            {
                // A band's levels lie half a band to each side of its centre.
                var distance = Math.Abs(Math.Log(book.Grid.PriceOf(band) / book.Price));
                return Math.Clamp(distance, PriceGrid.BandWidth / 2, FarthestDistance);
            }
        }

        return FarthestDistance;
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">Values, at least one.</param>
    /// <returns>The median.</returns>
    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
