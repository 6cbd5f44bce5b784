using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>What the spot exchange lists.</summary>
public sealed record SpotExchangeInfo
{
    /// <summary>Pairs of every status.</summary>
    [JsonRequired]
    public IReadOnlyList<SpotSymbol> Symbols { get; init; } = [];
}

/// <summary>A listed spot pair.</summary>
/// <param name="Symbol">The pair, such as BTCUSDT.</param>
/// <param name="Status">TRADING, BREAK, HALT, CANCEL_ONLY and others.</param>
/// <param name="BaseAsset">Base asset.</param>
/// <param name="QuoteAsset">Quote asset.</param>
public sealed record SpotSymbol([property: JsonRequired] string Symbol, string? Status, string? BaseAsset, string? QuoteAsset);
