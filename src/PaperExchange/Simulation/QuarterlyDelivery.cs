namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>When quarterly contracts are delivered: the last Friday of March, June, September and December, 08:00 UTC.</summary>
internal static class QuarterlyDelivery
{
    /// <summary>The first delivery after an instant.</summary>
    public static DateTimeOffset After(DateTimeOffset instant)
    {
        var quarterEnd = new DateTimeOffset(instant.Year, (((instant.Month - 1) / 3) * 3) + 1, 1, 8, 0, 0, TimeSpan.Zero).AddMonths(3).AddDays(-1);
        var delivery = LastFriday(quarterEnd);
        return delivery > instant ? delivery : LastFriday(quarterEnd.AddDays(1).AddMonths(3).AddDays(-1));
    }

    private static DateTimeOffset LastFriday(DateTimeOffset monthEnd) =>
        monthEnd.AddDays(-(((int)monthEnd.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
}
