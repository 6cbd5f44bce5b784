namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>The grid the simulation runs on: five-minute bars of twenty micro-steps, numbered from the Unix epoch.</summary>
internal static class SimulationTime
{
    /// <summary>Length of a stored bar, ms.</summary>
    public const long Bar = 300_000;

    /// <summary>Length of a micro-step, ms: how often prices move.</summary>
    public const long Step = 15_000;

    /// <summary>Micro-steps in a bar.</summary>
    public const int StepsPerBar = (int)(Bar / Step);

    /// <summary>One minute, ms: the finest bars that are served.</summary>
    public const long Minute = 60_000;

    /// <summary>One hour, ms.</summary>
    public const long Hour = 3_600_000;

    /// <summary>One day, ms.</summary>
    public const long Day = 86_400_000;

    /// <summary>Bars in an hour.</summary>
    public const double BarsPerHour = (double)Hour / Bar;

    /// <summary>Bars in a day.</summary>
    public const double BarsPerDay = (double)Day / Bar;

    /// <summary>Micro-steps in a day.</summary>
    public const double StepsPerDay = (double)Day / Step;

    /// <summary>Number of the bar that holds an instant.</summary>
    public static int BarOf(long time) => (int)(time / Bar);

    /// <summary>The greatest multiple of <paramref name="interval"/> at or before <paramref name="time"/>.</summary>
    public static long Floor(long time, long interval) => time - (((time % interval) + interval) % interval);

    /// <summary>The smallest multiple of <paramref name="interval"/> at or after <paramref name="time"/>.</summary>
    public static long Ceiling(long time, long interval) => Floor(time + interval - 1, interval);

    /// <summary>How busy the world is at an instant compared with an average one: busiest when Europe and America are both
    /// awake (about 14:30 UTC), quieter at weekends.</summary>
    public static double Activity(long time)
    {
        var hour = time % Day / (double)Hour;
        var weekday = (time / Day + 4) % 7; // the epoch was a Thursday; Sunday is 0
        var daily = 1 + (0.3 * Math.Cos((hour - 14.5) * Math.PI / 12));
        return weekday is 0 or 6 ? 0.75 * daily : 1.1 * daily;
    }
}
