using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A simulated contract. It is simulated on when somebody asks for a time it has not reached; what is there already is read
/// without a lock.</summary>
internal sealed class SimulatedInstrument : IInstrumentMarket
{
    private readonly Lock _gate = new();
    private readonly Func<InstrumentEngine> _createEngine;
    private readonly InstrumentEngine _engine;
    private readonly BarReader _bars;
    private readonly Noise _spotNoise;

    /// <param name="profile">What it is like.</param>
    /// <param name="seed">The market's seed.</param>
    /// <param name="createIndex">Makes a fresh source of its index price.</param>
    public SimulatedInstrument(InstrumentProfile profile, int seed, Func<IndexSource> createIndex)
    {
        Profile = profile;
        _createEngine = () => new InstrumentEngine(profile, seed, createIndex());
        _engine = _createEngine();
        _bars = new(profile, _engine.Tape, InstrumentEngine.FlowNoise(profile, seed));
        _spotNoise = Noise.For(seed, profile.Instrument.Symbol + "/spot");
    }

    /// <summary>What it is like.</summary>
    public InstrumentProfile Profile { get; }

    /// <inheritdoc/>
    public Instrument Instrument => Profile.Instrument;

    /// <summary>The tape, simulated at least through a bar (no further than where trading ends).</summary>
    public InstrumentTape TapeThrough(int bar)
    {
        bar = Math.Min(bar, SimulationTime.BarOf(Profile.End) - 1);
        if (_engine.Tape.EndBar <= bar)
        {
            lock (_gate)
            {
                _engine.AdvanceTo(bar);
            }
        }

        return _engine.Tape;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bar> Bars(PriceKind kind, long interval, long from, long to, long now)
    {
        if (interval <= 0 || interval % SimulationTime.Minute != 0 || (kind == PriceKind.Premium && Profile.IsDelivery))
        {
            return [];
        }

        var present = Present(now);
        var first = SimulationTime.Ceiling(Math.Max(from, SimulationTime.Floor(Profile.Start, interval)), interval);
        var last = SimulationTime.Floor(Math.Min(to, present), interval);
        if (first > last)
        {
            return [];
        }

        var through = Math.Min(last + interval - 1, present);
        var start = Math.Max(first, Profile.Start);
        TapeThrough(SimulationTime.BarOf(through));
        return _bars.Read(kind, interval, start, through);
    }

    /// <inheritdoc/>
    public IReadOnlyList<OpenInterestReading> OpenInterest(long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        Readings(from, to, now, step, (tape, bar) =>
        {
            ref readonly var state = ref tape.At(bar);
            var time = bar * SimulationTime.Bar;
            var point = new MicroCursor(Profile, state, time).Next(state.Returns[0], state.Premiums[0]);
            var contracts = OpenInterestAt(tape, state, time);
            return new OpenInterestReading(time, contracts, contracts * (decimal)point.Mark);
        });

    /// <inheritdoc/>
    public IReadOnlyList<PositioningReading> Positioning(PositioningKind kind, long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        !Profile.HasPositioning ? [] : Readings(from, to, now, step, (tape, bar) =>
        {
            ref readonly var state = ref tape.At(bar);
            var share = kind switch
            {
                PositioningKind.GlobalAccounts => state.GlobalAccounts,
                PositioningKind.TopAccounts => state.TopAccounts,
                _ => state.TopPositions,
            };
            return new PositioningReading(bar * SimulationTime.Bar, share / 10_000m);
        });

    /// <summary>Taker volumes of the five-minute buckets that are complete.</summary>
    public IReadOnlyList<TakerReading> TakerVolumes(long from, long to, long now)
    {
        var lastComplete = SimulationTime.Floor(Present(now) + 1, SimulationTime.Bar) - SimulationTime.Bar;
        var bars = Bars(PriceKind.Traded, SimulationTime.Bar, from, Math.Min(to, lastComplete), now);
        return [.. bars.Select(bar => new TakerReading(bar.OpenTime, bar.TakerBuyVolume!.Value, bar.Volume!.Value - bar.TakerBuyVolume!.Value))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<FundingSettlement> Funding(long from, long to, long now)
    {
        var last = Math.Min(to, Present(now));
        if (last < Profile.Start)
        {
            return [];
        }

        var settlements = TapeThrough(SimulationTime.BarOf(last)).Settlements;
        var result = new List<FundingSettlement>();
        for (var i = settlements.LowerBound(from, static settlement => settlement.Time); i < settlements.Count && settlements[i].Time <= last; i++)
        {
            result.Add(settlements[i]);
        }

        return result;
    }

    /// <inheritdoc/>
    public FundingTerms? FundingTerms(long now)
    {
        var present = Present(now);
        if (Profile.IsDelivery || present < Profile.Start)
        {
            return null;
        }

        var bar = SimulationTime.BarOf(present);
        var tape = TapeThrough(bar);
        var hours = tape.At(bar).FundingHours;
        var changes = tape.FundingChanges.LowerBound(present + 1, static time => time);
        var cap = (decimal)Profile.FundingCap;
        return Profile.HasFundingInfo || hours != Instrument.FundingIntervalHours
            ? new(hours, cap, -cap, changes == 0 ? Instrument.OnboardDate : tape.FundingChanges[changes - 1])
            : null;
    }

    /// <summary>The present state; once trading has ended, the last prices without funding and open interest.</summary>
    public Quote? Quote(long now)
    {
        var present = Present(now);
        if (present < Profile.Start)
        {
            return null;
        }

        var point = PointAt(present, out var tape, out var bar);
        var last = point.LastTicks;
        var (bid, ask) = point.Move >= 0 ? (last - Profile.SpreadTicks, last) : (last, last + Profile.SpreadTicks);
        var trades = now < Profile.End;
        return new(
            Profile.Price(last),
            (decimal)point.Mark,
            Math.Round((decimal)point.Index, 8),
            Profile.Price(Math.Max(bid, 1)),
            Profile.Price(Math.Max(ask, 2)),
            trades && !Profile.IsDelivery ? Math.Round((decimal)point.FundingRate, 8) : null,
            trades ? tape.At(bar).NextFunding(now) : null,
            trades ? OpenInterestAt(tape, tape.At(bar), present) : null,
            trades && !Profile.IsDelivery ? (decimal)Profile.Interest : null);
    }

    /// <summary>The spot pair's quote: the index price per coin, with a little noise of its own.</summary>
    public SpotQuote? SpotQuote(long now)
    {
        if (Profile.Spot is not { } spot || now < Profile.Start || now >= Profile.End)
        {
            return null;
        }

        var point = PointAt(now, out _, out _);
        var step = now / SimulationTime.Step;
        var price = point.Index / Profile.SpotMultiplier * (1 + (0.00004 * _spotNoise.Normal(step)));
        var last = Math.Max(2, (long)Math.Round(price / (double)spot.TickSize));
        var (bid, ask) = (_spotNoise.Bits(step) & 1) == 0 ? (last - 1, last) : (last, last + 1);
        return new(last * spot.TickSize, bid * spot.TickSize, ask * spot.TickSize);
    }

    /// <summary>Liquidations executed in a range of times (inclusive), oldest first.</summary>
    public IReadOnlyList<SimulatedLiquidation> Liquidations(long from, long to, long now)
    {
        var last = Math.Min(to, Present(now));
        if (last < Profile.Start)
        {
            return [];
        }

        var tape = TapeThrough(SimulationTime.BarOf(last));
        var result = new List<SimulatedLiquidation>();
        for (var i = tape.FirstForcedOrder(from); i < tape.ForcedOrders.Count && tape.ForcedOrders[i].Time <= last; i++)
        {
            var order = tape.ForcedOrders[i];
            result.Add(new(order.Time, order.Side, Profile.Price(order.PriceTicks), Profile.Quantity(order.Contracts)));
        }

        return result;
    }

    /// <summary>The book at an instant. Only the latest bar's book is kept: an earlier one is simulated again from the start.</summary>
    public TrueBook TrueBook(long now)
    {
        if (now < Profile.Start || now >= Profile.End)
        {
            return Simulation.TrueBook.Empty;
        }

        var bar = SimulationTime.BarOf(now);
        lock (_gate)
        {
            _engine.AdvanceTo(bar);
            if (_engine.Tape.EndBar == bar + 1)
            {
                return Reveal(_engine, now);
            }
        }

        var again = _createEngine();
        again.AdvanceTo(bar);
        return Reveal(again, now);
    }

    private TrueBook Reveal(InstrumentEngine engine, long now)
    {
        var (longs, shorts) = (0L, 0L);
        var positions = new List<StandingPosition>();
        foreach (var cohort in engine.StandingAt(now))
        {
            positions.Add(new(
                cohort.Side,
                cohort.EntryTime,
                Profile.Price(cohort.EntryTicks),
                cohort.Leverage,
                (decimal)cohort.LiquidationPrice,
                cohort.Accounts,
                Profile.Quantity(cohort.Contracts)));
            if (cohort.Side == PositionSide.Long)
            {
                longs += cohort.Contracts;
            }
            else
            {
                shorts += cohort.Contracts;
            }
        }

        return new(positions, Profile.Quantity(Math.Max(0, shorts - longs)), Profile.Quantity(Math.Max(0, longs - shorts)));
    }

    private long Present(long now) => Math.Min(now, Profile.End - 1);

    private MicroPoint PointAt(long time, out InstrumentTape tape, out int bar)
    {
        bar = SimulationTime.BarOf(time);
        tape = TapeThrough(bar);
        ref readonly var state = ref tape.At(bar);
        var cursor = new MicroCursor(Profile, state, bar * SimulationTime.Bar);
        var point = default(MicroPoint);
        for (var step = 0; step <= (int)(time % SimulationTime.Bar / SimulationTime.Step); step++)
        {
            point = cursor.Next(state.Returns[step], state.Premiums[step]);
        }

        return point;
    }

    // Positions are opened and closed between bars; within one only liquidations change the open interest.
    private decimal OpenInterestAt(InstrumentTape tape, in BarState state, long time)
    {
        var (longs, shorts) = (state.Longs, state.Shorts);
        var start = SimulationTime.Floor(time, SimulationTime.Bar);
        for (var i = tape.FirstForcedOrder(start); i < tape.ForcedOrders.Count && tape.ForcedOrders[i].Time <= time; i++)
        {
            var order = tape.ForcedOrders[i];
            if (order.Side == PositionSide.Long)
            {
                longs -= order.Contracts;
            }
            else
            {
                shorts -= order.Contracts;
            }
        }

        return Profile.Quantity(Math.Max(longs, shorts));
    }

    private List<T> Readings<T>(long from, long to, long now, long step, Func<InstrumentTape, int, T> read)
    {
        var first = SimulationTime.Ceiling(Math.Max(from, Profile.Start), step);
        var last = Math.Min(to, Present(now));
        var result = new List<T>();
        if (first > last)
        {
            return result;
        }

        var tape = TapeThrough(SimulationTime.BarOf(last));
        for (var time = first; time <= last; time += step)
        {
            result.Add(read(tape, SimulationTime.BarOf(time)));
        }

        return result;
    }
}
