namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Where a contract's index price comes from, bar by bar.</summary>
internal abstract class IndexSource
{
    /// <summary>Goes on to a bar.</summary>
    /// <param name="bar">Its number.</param>
    /// <param name="index">Index price before it, quote units; 0 before the very first bar.</param>
    /// <returns>Index price to start the bar from.</returns>
    public abstract double Begin(int bar, double index);

    /// <summary>Standard deviation of this bar's micro-steps, a fraction.</summary>
    public abstract double Deviation { get; }

    /// <summary>Volatility of this bar as a multiple of the usual.</summary>
    public abstract double VolatilityMultiplier { get; }

    /// <summary>Change of the index price in a micro-step, units of <see cref="MicroSeries"/>.</summary>
    /// <param name="step">Number of the micro-step in the bar.</param>
    /// <param name="pressure">How far the contract is pushed off its usual premium, a fraction: arbitrage carries part of it to spot.</param>
    public abstract short Return(int step, double pressure);
}
