namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Volatility that clusters: a slow and a fast mean-reverting logarithm plus shocks that come with a jump of the price and
/// die away over hours. Advances once a bar.</summary>
/// <param name="noise">Source of randomness.</param>
/// <param name="daysBetweenJumps">Mean time between jumps.</param>
internal sealed class VolatilityProcess(Noise noise, double daysBetweenJumps)
{
    private const double SlowDeviation = 0.30;
    private const double FastDeviation = 0.25;
    private const double RootMeanSquare = 1.25; // of the multiplier before it is scaled, shocks included
    private static readonly double SlowMemory = Math.Pow(0.5, 1 / (36 * SimulationTime.BarsPerHour));
    private static readonly double FastMemory = Math.Pow(0.5, 1 / (1.5 * SimulationTime.BarsPerHour));
    private static readonly double ShockMemory = Math.Pow(0.5, 1 / (3 * SimulationTime.BarsPerHour));

    private double _slow;
    private double _fast;
    private double _shock;

    /// <summary>Volatility as a multiple of its usual level.</summary>
    public double Multiplier { get; private set; } = 1;

    /// <summary>What this bar's news moves the price by, in daily standard deviations; nearly always 0.</summary>
    public double Jump { get; private set; }

    /// <summary>Goes on to a bar.</summary>
    public void Advance(int bar)
    {
        var draws = new NoiseSequence(noise, bar);
        _slow = (SlowMemory * _slow) + (Math.Sqrt(1 - (SlowMemory * SlowMemory)) * SlowDeviation * draws.Normal());
        _fast = (FastMemory * _fast) + (Math.Sqrt(1 - (FastMemory * FastMemory)) * FastDeviation * draws.Normal());
        _shock *= ShockMemory;
        Jump = 0;
        if (draws.Uniform() < 1 / (daysBetweenJumps * SimulationTime.BarsPerDay))
        {
            _shock = Math.Min(_shock + 0.7, 1.4);
            Jump = 0.7 * draws.Normal();
        }

        Multiplier = Math.Exp(_slow + _fast + _shock) / RootMeanSquare;
    }
}
