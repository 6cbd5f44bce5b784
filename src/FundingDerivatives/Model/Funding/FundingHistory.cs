namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A contract's settlements with the interval of each. Rates of different intervals are compared per 8 hours only, and sums are over what was
/// really settled.</summary>
internal sealed class FundingHistory
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    private readonly SettledRate[] _settlements;

    private FundingHistory(SettledRate[] settlements, int intervalHours)
    {
        _settlements = settlements;
        IntervalHours = intervalHours;
        IntervalChanges = [.. ChangesOf(settlements, intervalHours)];
    }

    /// <summary>The settlements, oldest first, one an hour at most.</summary>
    public ReadOnlySpan<SettledRate> Settlements => _settlements;

    /// <summary>The present interval, hours.</summary>
    public int IntervalHours { get; }

    /// <summary>Changes of the interval, oldest first. The last one is the change to the present interval when no settlement of it has come yet.</summary>
    public IReadOnlyList<IntervalChange> IntervalChanges { get; }

    /// <summary>The last change of the interval; null when it never changed within the history.</summary>
    public IntervalChange? LastIntervalChange => IntervalChanges.Count > 0 ? IntervalChanges[^1] : null;

    /// <summary>Consecutive settlements that one side paid; null when the last one is zero or there is none.</summary>
    public FundingStreak? Streak
    {
        get
        {
            var side = _settlements is [.., var last] ? PayingSides.Of(last.Rate) : PayingSide.Nobody;
            if (side == PayingSide.Nobody)
            {
                return null;
            }

            var first = Array.FindLastIndex(_settlements, settlement => PayingSides.Of(settlement.Rate) != side) + 1;
            return new(side, _settlements.Length - first, _settlements[first].Time, IsAtLeast: first == 0);
        }
    }

    /// <summary>Reads a history.</summary>
    /// <param name="settlements">Regular settlements, times up to half an hour off the full hour; of several in an hour the first counts.</param>
    /// <param name="intervalHours">The present interval, above 0. A stale one looks like a change.</param>
    public static FundingHistory Of(IEnumerable<Settlement> settlements, int intervalHours)
    {
        Settlement[] rows =
        [
            .. settlements
                .Select(settlement => settlement with { Time = (settlement.Time + (HourMs / 2)) / HourMs * HourMs })
                .OrderBy(settlement => settlement.Time)
                .DistinctBy(settlement => settlement.Time),
        ];
        var hours = IntervalsOf(Array.ConvertAll(rows, row => row.Time), intervalHours);
        return new([.. rows.Select((row, i) => new SettledRate(row.Time, row.Rate, hours[i], row.MarkPrice))], intervalHours);
    }

    /// <summary>Sum of the settlements of the days before an instant.</summary>
    /// <param name="days">Days, above 0.</param>
    /// <param name="now">The instant, Unix ms.</param>
    public RealisedFunding Realised(int days, long now)
    {
        var window = Window(days, now);
        var sum = 0.0;
        foreach (var settlement in window)
        {
            sum += settlement.Rate;
        }

        // Nothing is missing when the settlement before the first one known is outside the window.
        return new(days, sum, window.Length, _settlements is [var first, ..] && first.Time - (first.IntervalHours * HourMs) <= now - (days * DayMs));
    }

    /// <summary>Where a rate stands among the settlements of the days before an instant.</summary>
    /// <param name="per8Hours">The rate, a fraction per 8 hours.</param>
    /// <param name="days">Days, above 0.</param>
    /// <param name="now">The instant, Unix ms.</param>
    /// <returns>Null without a settlement.</returns>
    public Standing? StandingOf(double per8Hours, int days, long now)
    {
        var window = Window(days, now);
        var rates = new double[window.Length];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = window[i].Per8Hours;
        }

        return Standing.Of(rates, per8Hours);
    }

    // After now − days, up to now.
    private ReadOnlySpan<SettledRate> Window(int days, long now)
    {
        var end = CountUpTo(now);
        var start = CountUpTo(now - (days * DayMs));
        return Settlements[start..end];
    }

    private int CountUpTo(long time) => Array.FindLastIndex(_settlements, settlement => settlement.Time <= time) + 1;

    private static int[] IntervalsOf(long[] times, int intervalHours)
    {
        var hours = new int[times.Length];
        // A gap that is no interval is a pause or a change within it: what comes after it tells the interval, and at the end the present one.
        var next = intervalHours;
        for (var i = times.Length - 1; i >= 0; i--)
        {
            next = i > 0 && GapOf(times, i) is (1 or 2 or 4 or 8) and var gap && !IsMissingOne(times, i) ? (int)gap : next;
            hours[i] = next;
        }

        return hours;
    }

    // Twice the gap before it and after it hides a settlement: nothing doubles the interval for one settlement.
    private static bool IsMissingOne(long[] times, int i) =>
        i > 1 && i < times.Length - 1 && GapOf(times, i - 1) == GapOf(times, i + 1) && GapOf(times, i) == 2 * GapOf(times, i + 1);

    private static long GapOf(long[] times, int i) => (times[i] - times[i - 1]) / HourMs;

    private static IEnumerable<IntervalChange> ChangesOf(SettledRate[] settlements, int intervalHours)
    {
        for (var i = 0; i < settlements.Length; i++)
        {
            var next = i < settlements.Length - 1 ? settlements[i + 1].IntervalHours : intervalHours;
            if (next != settlements[i].IntervalHours)
            {
                yield return new(settlements[i].IntervalHours, next, settlements[i].Time, settlements[i].Rate);
            }
        }
    }
}
