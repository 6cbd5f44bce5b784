using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>JSON metadata of the operator's file and of the kept table.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SymbolBrackets[]))]
[JsonSerializable(typeof(KeptTable))]
internal sealed partial class BracketsJsonContext : JsonSerializerContext;
