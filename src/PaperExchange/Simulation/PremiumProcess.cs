namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>How far the contract trades from its index price. A perpetual's premium is drawn to what the crowd's imbalance and mood ask
/// for, and in a squeeze further; a delivery contract's to a yearly carry that runs out at delivery. Forced orders push it, arbitrage brings it back.</summary>
internal sealed class PremiumProcess
{
    private const double Reversion = 0.04; // of the distance, each micro-step: a half-life of four minutes
    private const double YearlyCarry = 0.055;
    private const double MaxPush = 0.002;
    private const double MaxDistance = 0.025;
    private const double Year = 365 * (double)SimulationTime.Day;
    private static readonly double MoodMemory = Math.Pow(0.5, 1 / (9 * SimulationTime.BarsPerHour));

    private readonly InstrumentProfile _profile;
    private readonly Noise _steps;
    private readonly Noise _moods;
    private readonly double _scale;
    private double _mood;
    private double _value;
    private double _carry;
    private double _target;
    private double _deviation;
    private double _slack;
    private double _depth;
    private double _push;

    public PremiumProcess(InstrumentProfile profile, int seed)
    {
        _profile = profile;
        _steps = Noise.For(seed, profile.Instrument.Symbol + "/premium");
        _moods = Noise.For(seed, profile.Instrument.Symbol + "/mood");

        // BTC's basis moves by a few hundredths of a percent; wilder coins' by more than in proportion.
        _scale = 0.0002 * Math.Pow(profile.DailyVolatility / MarketFactor.DailyVolatility, 1.5);
    }

    /// <summary>How far the contract is pushed off its target, a fraction.</summary>
    public double Pressure => _value - _target;

    /// <summary>The present premium, a fraction.</summary>
    public double Value => _value;

    /// <summary>The part of the premium that is not a delivery contract's carry and no squeeze: what the crowd pays to be in.</summary>
    public double Crowding => _value - _carry;

    /// <summary>Goes on to a bar.</summary>
    /// <param name="bar">Its number.</param>
    /// <param name="imbalance">Leveraged longs less shorts over the open interest, −1 to 1.</param>
    /// <param name="volatility">Volatility as a multiple of the usual.</param>
    public void Begin(int bar, double imbalance, double volatility)
    {
        var time = bar * SimulationTime.Bar;
        _mood = (MoodMemory * _mood) + (Math.Sqrt(1 - (MoodMemory * MoodMemory)) * _moods.Normal(bar));
        var yearsLeft = Math.Max(0, _profile.End - time) / Year;
        _slack = _profile.IsDelivery ? Math.Min(1, yearsLeft * 365 / 14) : 1;
        _carry = _profile.IsDelivery ? YearlyCarry * yearsLeft : _profile.Squeeze?.At(time) ?? 0;
        _target = _carry + (_slack * _scale * ((2 * _mood) + (5 * imbalance) - 0.5));
        _deviation = _slack * _scale * Math.Sqrt(2 * Reversion) * Math.Min(volatility, 4);
        _depth = _profile.OpenInterestSteps / Math.Clamp(volatility, 0.7, 3);
    }

    /// <summary>The premium after a micro-step, units of <see cref="MicroSeries"/>.</summary>
    public short Next(long step)
    {
        var next = _value + (Reversion * (_target - _value)) + (_deviation * _steps.Normal(step)) + _push;
        _value = _target + Math.Clamp(next - _target, -MaxDistance * _slack, MaxDistance * _slack);
        _push = 0;
        var units = MicroSeries.Quantise(_value);
        _value = units * MicroSeries.Unit;
        return units;
    }

    /// <summary>Lets a forced order push the next micro-step: a fifth of a percent for every percent of the usual open interest,
    /// more when the market is wild and thin, and never more than 0.2 % a step.</summary>
    /// <param name="bought">Contracts bought by force less sold, steps.</param>
    public void Push(double bought) => _push = Math.Clamp(0.2 * bought / _depth, -MaxPush, MaxPush) * _slack;
}
