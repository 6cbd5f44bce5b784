namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A time in which a perpetual is held off its index price by more than its crowd explains: first far enough for its funding rate to
/// settle at the cap or floor, then ever less.</summary>
/// <param name="From">When it begins, Unix ms.</param>
/// <param name="EasesAt">When it begins to ease, Unix ms.</param>
/// <param name="Until">When it is over, Unix ms.</param>
/// <param name="Peak">Premium until it eases, a fraction; below zero where shorts crowd.</param>
/// <param name="Rest">Premium it eases to, by half every six hours.</param>
internal sealed record Squeeze(long From, long EasesAt, long Until, double Peak, double Rest)
{
    private const double HalfLife = 6 * (double)SimulationTime.Hour;

    /// <summary>What it adds to the premium at an instant, a fraction.</summary>
    public double At(long time) =>
        time < From || time >= Until ? 0 : Rest + ((Peak - Rest) * Math.Pow(0.5, Math.Max(0, time - EasesAt) / HalfLife));
}
