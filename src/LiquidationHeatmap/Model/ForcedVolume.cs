namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What is expected to have been liquidated in one bar.</summary>
/// <param name="OpenTime">Start of the bar, Unix ms.</param>
/// <param name="Length">Length of the bar.</param>
/// <param name="Longs">Longs, USDT.</param>
/// <param name="Shorts">Shorts, USDT.</param>
public readonly record struct ForcedVolume(long OpenTime, TimeSpan Length, double Longs, double Shorts);
