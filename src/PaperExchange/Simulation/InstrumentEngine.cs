using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Simulates one contract, a bar at a time, onto a tape. A pure function of profile and seed: two engines that have come equally
/// far are equal.</summary>
internal sealed class InstrumentEngine
{
    private readonly InstrumentProfile _profile;
    private readonly IndexSource _index;
    private readonly PremiumProcess _premium;
    private readonly Crowd _crowd;
    private readonly TraderBook _book = new();
    private readonly BarOutcome _outcome = new();
    private readonly List<(Cohort Cohort, long Time)> _liquidated = [];
    private readonly FundingSchedule? _funding;
    private readonly Noise _flow;
    private readonly Noise _volumes;
    private double _indexPrice;
    private double _volumeMood;
    private FundingAccrual _accrual;

    public InstrumentEngine(InstrumentProfile profile, int seed, IndexSource index)
    {
        _profile = profile;
        _index = index;
        _premium = new(profile, seed);
        _crowd = new(profile, seed);
        _flow = FlowNoise(profile, seed);
        _volumes = Noise.For(seed, profile.Instrument.Symbol + "/volumes");
        _funding = profile.Instrument.FundingIntervalHours is { } hours ? new(hours, profile.FundingCap) : null;
        Tape = new(SimulationTime.BarOf(profile.Start));
    }

    /// <summary>What has been simulated.</summary>
    public InstrumentTape Tape { get; }

    /// <summary>The source that <see cref="MicroFlow.Voluntary"/> wants for a contract.</summary>
    public static Noise FlowNoise(InstrumentProfile profile, int seed) => Noise.For(seed, profile.Instrument.Symbol + "/flow");

    /// <summary>Goes on until the tape holds a bar.</summary>
    public void AdvanceTo(int bar)
    {
        while (Tape.EndBar <= bar)
        {
            Step(Tape.EndBar);
        }
    }

    /// <summary>Who stands at an instant of the last bar: those liquidated later in the bar are still there.</summary>
    public IEnumerable<Cohort> StandingAt(long time) =>
        _book.Standing.Concat(_liquidated.Where(item => item.Time > time).Select(item => item.Cohort)).OrderBy(cohort => cohort.EntryTime);

    private void Step(int bar)
    {
        var time = bar * SimulationTime.Bar;
        var isFirst = bar == Tape.FirstBar;
        var premiumBefore = _premium.Value;
        _indexPrice = _index.Begin(bar, _indexPrice);
        if (!isFirst)
        {
            _crowd.Trade(_book, bar, _outcome);
        }
        else if (_profile.StartsWithBook)
        {
            _crowd.Seed(_book, bar, (int)Math.Round(_indexPrice / _profile.Tick));
        }

        var settled = _funding?.SettlesAt(time) == true ? Settle(_funding, time, isFirst) : null;
        _premium.Begin(bar, _book.Imbalance, _index.VolatilityMultiplier);
        var state = Begin(bar, premiumBefore);
        Run(ref state, bar, time, out var first);
        if (settled is { } rate)
        {
            Tape.Settlements.Append(new FundingSettlement(time, Math.Round((decimal)rate, 8), (decimal)first.Mark));
        }

        Tape.Bars.Append(state);
    }

    // History begins with an interval, but nothing led up to a settlement there.
    private double? Settle(FundingSchedule funding, long time, bool isFirst)
    {
        var premium = _accrual.AveragePremium;
        _accrual = default;
        if (isFirst)
        {
            return null;
        }

        var rate = FundingAccrual.Rate(premium, _profile.Interest, funding.Hours, _profile.FundingCap);
        if (funding.Settle(time, rate))
        {
            Tape.FundingChanges.Append(time);
        }

        return rate;
    }

    private BarState Begin(int bar, double premiumBefore)
    {
        _volumeMood = (0.9 * _volumeMood) + (0.15 * _volumes.Normal(bar));
        var usual = _profile.DailyTurnover / _indexPrice / _profile.Lot / SimulationTime.StepsPerDay;
        var activity = SimulationTime.Activity(bar * SimulationTime.Bar) * Math.Min(_index.VolatilityMultiplier, 8);
        var (topAccounts, topPositions) = _book.Margins.Top(Math.Max(0, _book.Shorts - _book.Longs), Math.Max(0, _book.Longs - _book.Shorts));
        return new()
        {
            IndexBefore = _indexPrice,
            Accrual = _accrual,
            Longs = _book.Longs,
            Shorts = _book.Shorts,
            VolumeRate = (float)(usual * activity * Math.Exp(_volumeMood)),
            Deviation = (float)(_index.Deviation / MicroSeries.Unit),
            TakerLean = (float)_crowd.TakerLean,
            FundingHours = (byte)(_funding?.Hours ?? 0),
            PremiumBefore = MicroSeries.Quantise(premiumBefore),
            GlobalAccounts = (ushort)Math.Round(_book.Margins.GlobalAccounts * 1e4),
            TopAccounts = (ushort)Math.Round(topAccounts * 1e4),
            TopPositions = (ushort)Math.Round(topPositions * 1e4),
        };
    }

    private void Run(ref BarState state, int bar, long time, out MicroPoint first)
    {
        _liquidated.Clear();
        (_outcome.Volume, _outcome.LongsForced, _outcome.ShortsForced) = (0, 0, 0);
        _outcome.Deviation = _index.Deviation * Math.Sqrt(SimulationTime.StepsPerBar);
        first = default;
        var cursor = new MicroCursor(_profile, state, time);
        for (var step = 0; step < SimulationTime.StepsPerBar; step++)
        {
            state.Returns[step] = _index.Return(step, _premium.Pressure);
            state.Premiums[step] = _premium.Next(((long)bar * SimulationTime.StepsPerBar) + step);
            var point = cursor.Next(state.Returns[step], state.Premiums[step]);
            Liquidate(point);
            _outcome.LastTicks[step] = point.LastTicks;
            _outcome.Volume += MicroFlow.Voluntary(_flow, state, point).Volume;
            _outcome.Mark = point.Mark;
            if (step == 0)
            {
                first = point;
            }
        }

        _outcome.Premium = _premium.Crowding;
        _indexPrice = cursor.Index;
        _accrual = cursor.Accrual;
    }

    private void Liquidate(in MicroPoint point)
    {
        var bought = 0L;
        while (_book.TakeLiquidated(point.Mark) is { } cohort)
        {
            _liquidated.Add((cohort, point.Time));
            Tape.ForcedOrders.Append(new(point.Time, cohort.Contracts, point.LastTicks, cohort.Side));
            if (cohort.Side == PositionSide.Long)
            {
                _outcome.LongsForced += cohort.Contracts;
                bought -= cohort.Contracts;
            }
            else
            {
                _outcome.ShortsForced += cohort.Contracts;
                bought += cohort.Contracts;
            }
        }

        if (bought != 0)
        {
            _premium.Push(bought);
        }
    }
}
