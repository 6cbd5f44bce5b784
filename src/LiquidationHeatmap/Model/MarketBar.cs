namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What the book learns from one bar.</summary>
/// <param name="OpenTime">Start, Unix ms.</param>
/// <param name="Length">Length.</param>
/// <param name="High">Highest traded price, USDT.</param>
/// <param name="Low">Lowest traded price, USDT.</param>
/// <param name="Close">Last traded price, USDT.</param>
/// <param name="TriggerHigh">Highest price that liquidates: the mark price's where it is known, else the traded one.</param>
/// <param name="TriggerLow">Lowest price that liquidates.</param>
/// <param name="OpenInterest">Open contracts of one side at the bar's end, base units; null when it was not reported.</param>
/// <param name="IsMarkTriggered">Whether the trigger prices are the mark price's.</param>
/// <param name="Open">First traded price, USDT; null where it is not known: only pictures need it.</param>
public readonly record struct MarketBar(
    long OpenTime, TimeSpan Length, double High, double Low, double Close, double TriggerHigh, double TriggerLow, double? OpenInterest,
    bool IsMarkTriggered = false, double? Open = null);
