using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>Body of an error answer.</summary>
/// <param name="Code">Binance's code, such as -1121; 0 under HTTP 451.</param>
/// <param name="Message">Binance's sentence.</param>
internal sealed record BinanceError(
    [property: JsonPropertyName("code")] int? Code,
    [property: JsonPropertyName("msg")] string? Message);
