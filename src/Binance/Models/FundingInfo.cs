namespace OmnipotentFutures.Binance.Models;

/// <summary>Funding rules of a contract that differ, or once differed, from the defaults.</summary>
public sealed record FundingInfo
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Highest rate per interval, a fraction.</summary>
    public decimal? AdjustedFundingRateCap { get; init; }

    /// <summary>Lowest rate per interval, a fraction.</summary>
    public decimal? AdjustedFundingRateFloor { get; init; }

    /// <summary>Hours between settlements: 1, 2, 4 or 8.</summary>
    public int? FundingIntervalHours { get; init; }

    /// <summary>Set on rows Binance adds with a disclaimer.</summary>
    public bool? Disclaimer { get; init; }

    /// <summary>Unix ms of the last change; undocumented, null on rows with a disclaimer.</summary>
    public long? UpdateTime { get; init; }
}
