using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What an analysis starts from, and what of it is missing.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Premium">Its mark price now; null when the exchange has none, as before a contract trades.</param>
/// <param name="ReadAt">When the inputs were asked for by our clock, Unix ms.</param>
/// <param name="History">Its bars.</param>
/// <param name="Brackets">Its brackets.</param>
internal sealed record LiquidationInput(
    FuturesSymbol Symbol, PremiumIndex? Premium, long ReadAt, HistoryReading History, ContractBrackets Brackets)
{
    // The latest readings come some seconds after their instant, and Binance skips a few in a month.
    private const double UsualCoverage = 0.95;

    private static readonly TimeSpan ThinBelow = TimeSpan.FromDays(7);

    /// <summary>The price that liquidation is decided on; else the last traded one; null when neither is known.</summary>
    public decimal? Price => Premium?.MarkPrice is > 0 and var mark ? mark : HasBars ? (decimal)Bars[^1].Close : null;

    /// <summary>The exchange's time that the inputs describe, Unix ms; our own where the exchange gave none.</summary>
    public long AsOf => Premium?.Time ?? ReadAt;

    public bool HasBars => Bars.Count > 0;

    public int BarsWithOpenInterest { get; } = History.Bars.Count(bar => bar.OpenInterest is not null);

    public int BarsWithMarkPrice { get; } = History.Bars.Count(bar => bar.IsMarkTriggered);

    public bool HasOpenInterest => BarsWithOpenInterest > 0;

    public bool OpenInterestHasGaps => BarsWithOpenInterest < UsualCoverage * Bars.Count;

    public bool MarkPriceHasGaps => BarsWithMarkPrice < UsualCoverage * Bars.Count;

    public bool IsThin => HasBars && Span < ThinBelow;

    public IReadOnlyList<string> MissingInputs =>
    [
        .. Premium?.MarkPrice is > 0 ? Array.Empty<string>() : ["mark_price"],
        .. HasBars ? Array.Empty<string>() : ["price_history"],
        .. HasOpenInterest ? Array.Empty<string>() : ["open_interest_history"],
        .. BarsWithMarkPrice > 0 ? Array.Empty<string>() : ["mark_price_history"],
    ];

    private IReadOnlyList<MarketBar> Bars => History.Bars;

    private TimeSpan Span => TimeSpan.FromMilliseconds(Bars[^1].OpenTime - Bars[0].OpenTime) + Bars[^1].Length;
}
