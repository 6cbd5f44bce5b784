namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What was traded in a micro-step, steps: all of it, and what takers bought.</summary>
internal readonly record struct MicroFlow(long Volume, long Bought)
{
    /// <summary>Trading of one's own will: more when the price moves, and in the direction it moves.</summary>
    /// <param name="noise">Source that belongs to the contract.</param>
    /// <param name="bar">The bar's state.</param>
    /// <param name="point">The micro-step.</param>
    public static MicroFlow Voluntary(Noise noise, in BarState bar, in MicroPoint point)
    {
        var bits = noise.Bits(point.Time / SimulationTime.Step);
        var size = 0.5 + ((bits & 0xFFFF) / 65536.0);
        var tilt = ((bits >> 48) / 65536.0) - 0.5;
        var move = point.Move / bar.Deviation;
        var volume = (long)(bar.VolumeRate * size * (0.4 + (0.75 * Math.Min(Math.Abs(move), 8))));
        var share = Math.Clamp(0.5 + (0.25 * move / (1 + Math.Abs(move))) + bar.TakerLean + (0.2 * tilt), 0.03, 0.97);
        return new(volume, (long)(volume * share));
    }

    /// <summary>With a forced order, which is a taker too: a liquidated long sells, a liquidated short buys.</summary>
    public MicroFlow With(in ForcedOrder order) =>
        new(Volume + order.Contracts, order.Side == PositionSide.Short ? Bought + order.Contracts : Bought);
}
