namespace OmnipotentFutures.Binance.Http;

/// <summary>What the exchange has counted of our address, others behind it included. It counts by minutes of its own clock, which we do not know,
/// so that a report may hold for a minute.</summary>
/// <param name="Used">Weight used in its running minute.</param>
/// <param name="Asked">When the call was sent that brought it: what is spent later is not counted in it.</param>
/// <param name="Received">When the answer came.</param>
internal sealed record UsedWeight(int Used, TimeSpan Asked, TimeSpan Received)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>When the minute it speaks of is over for certain.</summary>
    public TimeSpan End => Received + Minute;
}
