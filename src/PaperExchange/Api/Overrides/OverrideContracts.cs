using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>What a contract is to be in place of what its market says. What is null stays as it is; history stays the market's own.</summary>
public sealed record ContractOverrideRequest
{
    /// <summary>Listing status, such as SETTLING. Any but TRADING has no open interest (400, code −4108) and a premiumIndex of zeros.</summary>
    public string? Status { get; init; }

    /// <summary>Running funding estimate, a fraction of −1 to 1 per interval.</summary>
    public decimal? FundingRate { get; init; }

    /// <summary>Hours between settlements, 1, 2, 4 or 8: in fundingInfo, and for nextFundingTime.</summary>
    public int? FundingIntervalHours { get; init; }

    /// <summary>Highest funding rate, a fraction above 0 and at most 1.</summary>
    public decimal? FundingCap { get; init; }

    /// <summary>Lowest funding rate, a fraction below 0 and at least −1.</summary>
    public decimal? FundingFloor { get; init; }

    /// <summary>What is missing: funding_rate, interest_rate, next_funding_time, funding_info, funding_history, settlement_mark_price,
    /// premium_index, open_interest, open_interest_history, ratios, taker_volume, bid, ask, spot.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Members that are no overrides: refused, so that a slip of the pen does not pass for an override.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A contract that is told to be otherwise. What is null stays as its market has it.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Since">When it was told so, exchange time, Unix ms.</param>
/// <param name="Status">Listing status.</param>
/// <param name="FundingRate">Running funding estimate, a fraction per interval.</param>
/// <param name="FundingIntervalHours">Hours between settlements.</param>
/// <param name="FundingCap">Highest funding rate, a fraction.</param>
/// <param name="FundingFloor">Lowest funding rate, a fraction.</param>
/// <param name="Missing">What is missing.</param>
public sealed record ContractOverrideResponse(
    string Symbol,
    long Since,
    string? Status,
    decimal? FundingRate,
    int? FundingIntervalHours,
    decimal? FundingCap,
    decimal? FundingFloor,
    IReadOnlyList<string> Missing);
