using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Open interest of a contract now.</summary>
public sealed record OpenInterest
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Open contracts of one side, base units. Wire name <c>openInterest</c>.</summary>
    [JsonPropertyName("openInterest")]
    public decimal? Contracts { get; init; }

    /// <summary>Unix ms of this reading.</summary>
    public required long Time { get; init; }
}

/// <summary>A reading of the open interest history.</summary>
public sealed record OpenInterestPoint
{
    /// <summary>The contract.</summary>
    public string? Symbol { get; init; }

    /// <summary>Open contracts of one side, base units. Wire name <c>sumOpenInterest</c>.</summary>
    [JsonPropertyName("sumOpenInterest")]
    public decimal? Contracts { get; init; }

    /// <summary>Their value, quote units. Wire name <c>sumOpenInterestValue</c>.</summary>
    [JsonPropertyName("sumOpenInterestValue")]
    public decimal? Value { get; init; }

    /// <summary>Circulating supply of the base asset by CoinMarketCap; since 2025-07-02. Wire name <c>CMCCirculatingSupply</c>.</summary>
    [JsonPropertyName("CMCCirculatingSupply")]
    public decimal? CirculatingSupply { get; init; }

    /// <summary>Unix ms of the reading.</summary>
    public required long Timestamp { get; init; }
}
