namespace OmnipotentFutures.Binance.Http;

/// <summary>Units that were spent at nearly the same moment.</summary>
/// <param name="first">When the first of them was spent.</param>
internal sealed class SpentSlot(TimeSpan first)
{
    public TimeSpan First { get; } = first;

    /// <summary>When the last of them was spent: all count as if they had been spent then.</summary>
    public TimeSpan Latest { get; set; } = first;

    public int Units { get; set; }
}
