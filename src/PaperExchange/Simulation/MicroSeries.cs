using System.Runtime.CompilerServices;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>One small number for every micro-step of a bar, in millionths.</summary>
[InlineArray(SimulationTime.StepsPerBar)]
internal struct MicroSeries
{
    /// <summary>How many units make one.</summary>
    public const double Unit = 1e-6;

    /// <summary>Largest value that is kept; moves are held within ±3.2 % of a micro-step.</summary>
    public const int Limit = 32_000;

    private short _first;

    /// <summary>The nearest number of units, held within the limit.</summary>
    public static short Quantise(double value) => (short)Math.Clamp(Math.Round(value / Unit), -Limit, Limit);
}
