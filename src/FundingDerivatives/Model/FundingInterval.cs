using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Hours between a contract's funding settlements and how they are known.</summary>
internal readonly record struct FundingInterval(int Hours, IntervalSource Source)
{
    private const int DefaultHours = 8;
    private const long HourMs = 3_600_000;

    /// <summary>Takes what the exchange publishes, else the latest gap between settlements, else the exchange's default.</summary>
    /// <param name="publishedHours">Interval of the contract's funding rules; null when there are none.</param>
    /// <param name="settlementTimes">Times of the last regular settlements, oldest first, Unix ms; may be empty.</param>
    public static FundingInterval Of(int? publishedHours, IEnumerable<long> settlementTimes) => publishedHours is > 0 and var published
        ? new(published, IntervalSource.FundingInfo)
        : LatestGap(settlementTimes) is { } gap
            ? new(gap, IntervalSource.Inferred)
            : new(DefaultHours, IntervalSource.Assumed);

    // Settlements come some milliseconds after the hour. A gap that is no interval is a pause in trading or a change within it.
    private static int? LatestGap(IEnumerable<long> settlementTimes)
    {
        var hours = settlementTimes.Select(time => (time + (HourMs / 2)) / HourMs).Distinct().ToArray();
        for (var i = hours.Length - 1; i > 0; i--)
        {
            if (hours[i] - hours[i - 1] is 1 or 2 or 4 or 8)
            {
                return (int)(hours[i] - hours[i - 1]);
            }
        }

        return null;
    }
}
