using System.Runtime.CompilerServices;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What moves every coin at once. Computed once, bar by bar, and shared by all instruments; safe for many threads.</summary>
internal sealed class MarketFactor
{
    /// <summary>Usual daily standard deviation of the factor.</summary>
    public const double DailyVolatility = 0.021;

    // The level wanders but is pulled home, so that months of simulation stay believable.
    private static readonly double Pull = Math.Log(2) / (20 * SimulationTime.BarsPerDay);

    private readonly Lock _gate = new();
    private readonly AppendLog<FactorBar> _bars = new(1024);
    private readonly Noise _returns;
    private readonly VolatilityProcess _volatility;
    private readonly int _first;
    private double _level;

    public MarketFactor(int seed, int first)
    {
        _first = first;
        _returns = Noise.For(seed, "factor/returns");
        _volatility = new(Noise.For(seed, "factor/volatility"), daysBetweenJumps: 5);
        _level = 0.07 * Noise.For(seed, "factor/level").Normal(0);
    }

    /// <summary>A bar at or after the first.</summary>
    public ref readonly FactorBar At(int bar)
    {
        var index = bar - _first;
        if (index >= _bars.Count)
        {
            lock (_gate)
            {
                while (index >= _bars.Count)
                {
                    _bars.Append(Next(_first + _bars.Count));
                }
            }
        }

        return ref _bars[index];
    }

    private FactorBar Next(int bar)
    {
        _volatility.Advance(bar);
        var result = new FactorBar { Level = _level, Volatility = _volatility.Multiplier };
        var deviation = DailyVolatility / Math.Sqrt(SimulationTime.StepsPerDay) * _volatility.Multiplier
            * SimulationTime.Activity(bar * SimulationTime.Bar);
        var drift = ((DailyVolatility * _volatility.Jump) - (Pull * _level)) / SimulationTime.StepsPerBar;
        for (var step = 0; step < SimulationTime.StepsPerBar; step++)
        {
            var change = drift + (deviation * _returns.Normal(((long)bar * SimulationTime.StepsPerBar) + step));
            result.Returns[step] = (float)change;
            _level += change;
        }

        return result;
    }

    /// <summary>The factor over one bar.</summary>
    internal struct FactorBar
    {
        /// <summary>Logarithm of the factor at the bar's start.</summary>
        public double Level;

        /// <summary>Volatility as a multiple of the usual, time of day left out.</summary>
        public double Volatility;

        /// <summary>Change of the logarithm in every micro-step.</summary>
        public FactorSteps Returns;
    }

    /// <summary>One number for every micro-step.</summary>
    [InlineArray(SimulationTime.StepsPerBar)]
    internal struct FactorSteps
    {
        private float _first;
    }
}
