namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Walks through the micro-steps of a bar. Simulating and reading both go through it, so they agree to the last bit.</summary>
/// <remarks>The mark price is made as Binance describes it: the median of price 1 (the index plus the funding still to come before the
/// next settlement), price 2 (the index plus the average basis of the last 30 s, which is two micro-steps) and the last traded price.
/// A delivery contract has no price 1; its mark price is price 2.</remarks>
internal struct MicroCursor
{
    private const double ImpactSpread = 0.0001;

    private readonly InstrumentProfile _profile;
    private readonly long _openTime;
    private readonly long _nextFunding;
    private readonly int _fundingHours;
    private double _index;
    private short _premium;
    private int _step;

    /// <summary>Stands before the first micro-step of a bar.</summary>
    public MicroCursor(InstrumentProfile profile, in BarState bar, long openTime)
    {
        _profile = profile;
        _openTime = openTime;
        _nextFunding = bar.NextFunding(openTime) ?? 0;
        _fundingHours = bar.FundingHours;
        _index = bar.IndexBefore;
        _premium = bar.PremiumBefore;
        Accrual = bar.Accrual;
    }

    /// <summary>Funding accrual up to here.</summary>
    public FundingAccrual Accrual { get; private set; }

    /// <summary>Index price here, quote units.</summary>
    public readonly double Index => _index;

    /// <summary>Premium index, a fraction: the premium counts only beyond the price impact of a standard order on either side.</summary>
    /// <param name="premium">Premium of the contract, units of <see cref="MicroSeries"/>.</param>
    public static double PremiumIndex(short premium)
    {
        var basis = premium * MicroSeries.Unit;
        return basis - Math.Clamp(basis, -ImpactSpread, ImpactSpread);
    }

    /// <summary>Goes to the next micro-step.</summary>
    /// <param name="change">Relative change of the index price, units of <see cref="MicroSeries"/>.</param>
    /// <param name="premium">Premium of the contract, same units.</param>
    public MicroPoint Next(short change, short premium)
    {
        var time = _openTime + (_step++ * SimulationTime.Step);
        _index *= 1 + (change * MicroSeries.Unit);
        var basis = premium * MicroSeries.Unit;
        var averageBasis = (basis + (_premium * MicroSeries.Unit)) / 2;
        var move = change + premium - _premium;
        _premium = premium;

        var lastTicks = Math.Max(1, (int)Math.Round(_index * (1 + basis) / _profile.Tick));
        var mark = _index * (1 + averageBasis);
        var (counted, rate) = (0.0, 0.0);
        if (_fundingHours > 0)
        {
            counted = PremiumIndex(premium);
            Accrual = Accrual.With(counted);
            rate = FundingAccrual.Rate(Accrual.AveragePremium, _profile.Interest, _fundingHours, _profile.FundingCap);
            var untilFunding = (double)(_nextFunding - time) / (_fundingHours * SimulationTime.Hour);
            mark = Median(_index * (1 + (rate * untilFunding)), mark, lastTicks * _profile.Tick);
        }

        return new(time, _index, lastTicks, Math.Round(mark, 8), counted, rate, move);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
