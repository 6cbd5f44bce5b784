namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What traders know when a bar is over.</summary>
internal sealed class BarOutcome
{
    /// <summary>Traded price of every micro-step, ticks.</summary>
    public int[] LastTicks { get; } = new int[SimulationTime.StepsPerBar];

    /// <summary>Mark price at the end, quote units.</summary>
    public double Mark { get; set; }

    /// <summary>Volume of their own will, steps.</summary>
    public double Volume { get; set; }

    /// <summary>Contracts of liquidated longs, steps.</summary>
    public double LongsForced { get; set; }

    /// <summary>Contracts of liquidated shorts, steps.</summary>
    public double ShortsForced { get; set; }

    /// <summary>Premium at the end, a delivery contract's carry left out, a fraction.</summary>
    public double Premium { get; set; }

    /// <summary>Standard deviation of the bar that was to be expected, a fraction.</summary>
    public double Deviation { get; set; }

    /// <summary>Change of the traded price over the bar, a fraction.</summary>
    public double Return => (LastTicks[^1] / (double)LastTicks[0]) - 1;
}
