using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Recording;

/// <summary>A five-minute bar of a history.</summary>
/// <param name="Market">What the book learns from it.</param>
/// <param name="Open">First traded price, USDT.</param>
/// <param name="Volume">Traded volume, base units; null where it was not recorded.</param>
public readonly record struct HistoryBar(MarketBar Market, double Open, double? Volume)
{
    /// <summary>Length of every bar, ms.</summary>
    public const long Length = 5 * 60_000;
}
