namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A fair value of its own: the market factor times beta, plus a part nobody else shares that is pulled home over weeks.</summary>
internal sealed class OwnIndex : IndexSource
{
    private const double ArbitrageShare = 0.01;
    private static readonly double Pull = Math.Log(2) / (15 * SimulationTime.BarsPerDay);

    private readonly InstrumentProfile _profile;
    private readonly MarketFactor _factor;
    private readonly Noise _returns;
    private readonly VolatilityProcess _volatility;
    private double _ownLevel;
    private double _ownDeviation;
    private double _drift;
    private double _deviation;
    private double _multiplier;
    private int _bar;

    public OwnIndex(InstrumentProfile profile, MarketFactor factor, int seed)
    {
        var symbol = profile.Instrument.Symbol;
        _profile = profile;
        _factor = factor;
        _returns = Noise.For(seed, symbol + "/returns");
        _volatility = new(Noise.For(seed, symbol + "/volatility"), daysBetweenJumps: 6);
        _ownLevel = 2.5 * profile.OwnVolatility * Noise.For(seed, symbol + "/level").Normal(0);
    }

    public override double Deviation => _deviation;

    public override double VolatilityMultiplier => _multiplier;

    public override double Begin(int bar, double index)
    {
        ref readonly var factor = ref _factor.At(bar);
        _bar = bar;
        _volatility.Advance(bar);
        var perStep = SimulationTime.Activity(bar * SimulationTime.Bar) / Math.Sqrt(SimulationTime.StepsPerDay);
        var ownMultiplier = Math.Sqrt(factor.Volatility * _volatility.Multiplier);
        _ownDeviation = _profile.OwnVolatility * ownMultiplier * perStep;
        _drift = ((_profile.OwnVolatility * _volatility.Jump) - (Pull * _ownLevel)) / SimulationTime.StepsPerBar;

        var shared = _profile.Beta * MarketFactor.DailyVolatility * factor.Volatility * perStep;
        _deviation = Math.Sqrt((shared * shared) + (_ownDeviation * _ownDeviation));
        _multiplier = _deviation / (_profile.DailyVolatility * perStep);
        return index > 0 ? index : _profile.BasePrice * Math.Exp((_profile.Beta * factor.Level) + _ownLevel);
    }

    public override short Return(int step, double pressure)
    {
        var shared = _profile.Beta * _factor.At(_bar).Returns[step];
        var own = _drift + (_ownDeviation * _returns.Normal(((long)_bar * SimulationTime.StepsPerBar) + step)) + (ArbitrageShare * pressure);
        var change = MicroSeries.Quantise(shared + own);

        // The logarithm of 1 + r: with r itself the price would sink by half its variance, out of the pull's sight.
        var relative = change * MicroSeries.Unit;
        _ownLevel += relative - (relative * relative / 2) - shared;
        return change;
    }
}
