using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Works out served bars from the micro-steps on a tape. All prices and volumes are joined as whole ticks and steps, so bars of
/// different length agree exactly.</summary>
internal sealed class BarReader(InstrumentProfile profile, InstrumentTape tape, Noise flow)
{
    // A trade of 900 quote units, in ticks times steps.
    private readonly double _usualTrade = 900 / (profile.Tick * profile.Lot);

    /// <summary>Bars of one kind.</summary>
    /// <param name="kind">Which price.</param>
    /// <param name="length">Length of a bar, ms: divides five minutes, or is five minutes.</param>
    /// <param name="from">First micro-step, Unix ms, the start of a stored bar at or after the tape's first.</param>
    /// <param name="through">Last instant, Unix ms, on the tape; what is later is left out.</param>
    public List<Bar> Read(PriceKind kind, long length, long from, long through)
    {
        var result = new List<Bar>((int)(((through - from) / length) + 1));
        var order = tape.FirstForcedOrder(from);
        for (var number = SimulationTime.BarOf(from); number <= SimulationTime.BarOf(through); number++)
        {
            ref readonly var state = ref tape.At(number);
            var cursor = new MicroCursor(profile, state, number * SimulationTime.Bar);
            var part = default(PartialBar);
            for (var step = 0; step < SimulationTime.StepsPerBar; step++)
            {
                var point = cursor.Next(state.Returns[step], state.Premiums[step]);
                if (point.Time > through)
                {
                    break;
                }

                if (point.Time % length == 0)
                {
                    Finish(result, part, kind);
                    part = default;
                }

                part.Add(kind, point);
                if (kind == PriceKind.Traded)
                {
                    part.Add(FlowAt(state, point, ref order), _usualTrade);
                }
            }

            Finish(result, part, kind);
        }

        return result;
    }

    private MicroFlow FlowAt(in BarState state, in MicroPoint point, ref int order)
    {
        var traded = MicroFlow.Voluntary(flow, state, point);
        for (; order < tape.ForcedOrders.Count && tape.ForcedOrders[order].Time == point.Time; order++)
        {
            traded = traded.With(tape.ForcedOrders[order]);
        }

        return traded;
    }

    private void Finish(List<Bar> result, in PartialBar part, PriceKind kind)
    {
        if (part.HasAny)
        {
            result.Add(part.Finish(profile, kind));
        }
    }

    /// <summary>A bar in the making: prices in ticks for trades, quote units or (the premium index) fractions otherwise.</summary>
    private struct PartialBar
    {
        private long _openTime;
        private double _open;
        private double _high;
        private double _low;
        private double _close;
        private long _volume;
        private long _bought;
        private long _turnover;
        private long _boughtTurnover;
        private long _trades;

        public readonly bool HasAny => _openTime > 0;

        public void Add(PriceKind kind, in MicroPoint point)
        {
            var price = kind switch
            {
                PriceKind.Traded => point.LastTicks,
                PriceKind.Mark => point.Mark,
                PriceKind.Premium => point.Premium,
                _ => point.Index,
            };
            if (!HasAny)
            {
                (_openTime, _open, _high, _low) = (point.Time, price, price, price);
            }

            _close = price;
            _high = Math.Max(_high, price);
            _low = Math.Min(_low, price);
        }

        public void Add(MicroFlow traded, double usualTrade)
        {
            var turnover = traded.Volume * (long)_close;
            _volume += traded.Volume;
            _bought += traded.Bought;
            _turnover += turnover;
            _boughtTurnover += traded.Bought * (long)_close;
            _trades += 1 + (long)(turnover / usualTrade);
        }

        public readonly Bar Finish(InstrumentProfile profile, PriceKind kind)
        {
            if (kind != PriceKind.Traded)
            {
                return new(_openTime, Round(_open), Round(_high), Round(_low), Round(_close));
            }

            var worth = profile.Instrument.TickSize * profile.Instrument.StepSize;
            return new(
                _openTime,
                profile.Price((long)_open),
                profile.Price((long)_high),
                profile.Price((long)_low),
                profile.Price((long)_close),
                profile.Quantity(_volume),
                _turnover * worth,
                _trades,
                profile.Quantity(_bought),
                _boughtTurnover * worth);
        }

        private static decimal Round(double price) => Math.Round((decimal)price, 8);
    }
}
