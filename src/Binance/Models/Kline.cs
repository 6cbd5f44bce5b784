namespace OmnipotentFutures.Binance.Models;

/// <summary>A bar. Volumes and counts of mark-price and index bars carry no meaning.</summary>
/// <param name="OpenTime">Start, Unix ms.</param>
/// <param name="Open">First price, quote units.</param>
/// <param name="High">Highest price, quote units.</param>
/// <param name="Low">Lowest price, quote units.</param>
/// <param name="Close">Last price, quote units; of an unfinished bar the present one.</param>
/// <param name="Volume">Base units traded.</param>
/// <param name="CloseTime">Last millisecond of the bar, Unix ms.</param>
/// <param name="QuoteVolume">Quote units traded.</param>
/// <param name="Trades">Number of trades.</param>
/// <param name="TakerBuyVolume">Base units that takers bought.</param>
/// <param name="TakerBuyQuoteVolume">Quote units that takers bought for.</param>
public readonly record struct Kline(
    long OpenTime,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    long CloseTime,
    decimal QuoteVolume,
    long Trades,
    decimal TakerBuyVolume,
    decimal TakerBuyQuoteVolume);
