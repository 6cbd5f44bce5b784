namespace OmnipotentFutures.Backtest.Recording;

/// <summary>The prices between which a bar liquidates. The exchange liquidates on the mark price, which is often known by the hour only.</summary>
public static class TriggerRange
{
    /// <summary>The range of a traded bar within which positions were liquidated.</summary>
    /// <param name="low">Lowest traded price.</param>
    /// <param name="high">Highest traded price.</param>
    /// <param name="mark">Lowest and highest mark price of the mark bar that covers the traded one; null where there is none.</param>
    /// <param name="isMarkFine">Whether that mark bar is no longer than the traded one, so that its range is the bar's own.</param>
    /// <returns>The mark price's range where it is the bar's own; else the traded range, cut to what the mark price reached in the hour;
    /// else the traded range.</returns>
    public static (double Low, double High) Of(double low, double high, (double Low, double High)? mark, bool isMarkFine) => mark switch
    {
        null => (low, high),
        var (markLow, markHigh) when isMarkFine => (markLow, markHigh),
        var (markLow, markHigh) => (Math.Clamp(low, markLow, markHigh), Math.Clamp(high, markLow, markHigh)),
    };
}
