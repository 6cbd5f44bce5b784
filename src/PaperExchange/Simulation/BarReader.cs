using System.Collections.Concurrent;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Works out served bars from the micro-steps on a tape. All prices and volumes are joined as whole ticks and steps, so bars of
/// different length agree exactly. Five-minute bars of hours that are over are kept, an hour at a time.</summary>
internal sealed class BarReader(InstrumentProfile profile, InstrumentTape tape, Noise flow)
{
    private readonly ConcurrentDictionary<(PriceKind Kind, long Hour), PartialBar[]> _hours = new();

    // A trade of 900 quote units, in ticks times steps.
    private readonly double _usualTrade = 900 / (profile.Tick * profile.Lot);

    /// <summary>Bars of one kind.</summary>
    /// <param name="kind">Which price.</param>
    /// <param name="interval">Length of a bar, ms: a multiple of a minute.</param>
    /// <param name="from">First instant, Unix ms, at or after the tape's first.</param>
    /// <param name="through">Last instant, Unix ms, on the tape; what is later is left out.</param>
    public List<Bar> Read(PriceKind kind, long interval, long from, long through)
    {
        var result = new List<Bar>((int)(((through - from) / interval) + 1));
        var joined = default(PartialBar);
        foreach (var part in interval % SimulationTime.Bar == 0 ? FiveMinutes(kind, from, through) : Walk(kind, SimulationTime.Minute, from, through))
        {
            if (part.OpenTime < from)
            {
                continue;
            }

            var openTime = SimulationTime.Floor(part.OpenTime, interval);
            if (joined.OpenTime == openTime)
            {
                joined.Add(part);
            }
            else
            {
                Finish();
                joined = part.OpenedAt(openTime);
            }
        }

        Finish();
        return result;

        void Finish()
        {
            if (joined.HasAny)
            {
                result.Add(joined.Finish(profile, kind));
            }
        }
    }

    private IEnumerable<PartialBar> FiveMinutes(PriceKind kind, long from, long through)
    {
        for (var hour = SimulationTime.Floor(from, SimulationTime.Hour); hour <= through; hour += SimulationTime.Hour)
        {
            var start = Math.Max(hour, tape.FirstBar * SimulationTime.Bar);
            var end = hour + SimulationTime.Hour - 1;
            IReadOnlyList<PartialBar> bars = end > through
                ? Walk(kind, SimulationTime.Bar, start, through)
                : _hours.GetOrAdd((kind, hour), _ => [.. Walk(kind, SimulationTime.Bar, start, end)]);
            foreach (var bar in bars)
            {
                yield return bar;
            }
        }
    }

    // From the start of the stored bar that holds the first instant.
    private List<PartialBar> Walk(PriceKind kind, long length, long from, long through)
    {
        var result = new List<PartialBar>((int)(((through - from) / length) + 2));
        var order = tape.FirstForcedOrder(SimulationTime.Floor(from, SimulationTime.Bar));
        for (var number = SimulationTime.BarOf(from); number <= SimulationTime.BarOf(through); number++)
        {
            ref readonly var state = ref tape.At(number);
            var cursor = new MicroCursor(profile, state, number * SimulationTime.Bar);
            var part = default(PartialBar);
            for (var step = 0; step < SimulationTime.StepsPerBar; step++)
            {
                // The premium index needs none of what the cursor works out: weeks of it are read in a moment.
                var point = kind == PriceKind.Premium
                    ? default(MicroPoint) with { Time = (number * SimulationTime.Bar) + (step * SimulationTime.Step), Premium = MicroCursor.PremiumIndex(state.Premiums[step]) }
                    : cursor.Next(state.Returns[step], state.Premiums[step]);
                if (point.Time > through)
                {
                    break;
                }

                if (part.HasAny && point.Time % length == 0)
                {
                    result.Add(part);
                    part = default;
                }

                part.Add(kind, point);
                if (kind == PriceKind.Traded)
                {
                    part.Add(FlowAt(state, point, ref order), _usualTrade);
                }
            }

            result.Add(part);
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
}
