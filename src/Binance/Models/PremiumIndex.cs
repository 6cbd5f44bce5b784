namespace OmnipotentFutures.Binance.Models;

/// <summary>Mark price, index price and the running funding estimate of a contract.</summary>
public sealed record PremiumIndex
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Mark price, quote units: liquidation is decided on it.</summary>
    public decimal? MarkPrice { get; init; }

    /// <summary>Index price: weighted mean over several spot exchanges, quote units.</summary>
    public decimal? IndexPrice { get; init; }

    /// <summary>Estimated settlement price; meaningful in the last hour before delivery.</summary>
    public decimal? EstimatedSettlePrice { get; init; }

    /// <summary>Despite its name the running estimate of the coming settlement, a fraction per interval; null for delivery contracts.</summary>
    public decimal? LastFundingRate { get; init; }

    /// <summary>Interest component of funding, a fraction per 8 hours.</summary>
    public decimal? InterestRate { get; init; }

    /// <summary>Unix ms of the coming settlement; 0 or null where there is none.</summary>
    public long? NextFundingTime { get; init; }

    /// <summary>Unix ms of this reading.</summary>
    public required long Time { get; init; }
}
