using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>The exchange's clock.</summary>
/// <param name="Time">Unix ms. Wire name <c>serverTime</c>.</param>
public sealed record ServerTime([property: JsonPropertyName("serverTime"), JsonRequired] long Time);
