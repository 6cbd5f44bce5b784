using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Taker volumes of a period. Binance sends no symbol with it.</summary>
public sealed record TakerVolume
{
    /// <summary>Taker buys over taker sells.</summary>
    public decimal? BuySellRatio { get; init; }

    /// <summary>Taker buys, base units. Wire name <c>buyVol</c>.</summary>
    [JsonPropertyName("buyVol")]
    public decimal? BuyVolume { get; init; }

    /// <summary>Taker sells, base units. Wire name <c>sellVol</c>.</summary>
    [JsonPropertyName("sellVol")]
    public decimal? SellVolume { get; init; }

    /// <summary>Unix ms, one period behind the open interest's: most likely the period's start.</summary>
    public required long Timestamp { get; init; }
}
