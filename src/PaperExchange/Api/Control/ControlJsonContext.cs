using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.Faults;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>JSON metadata of the control surface.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(SnakeCaseEnumConverter<FaultKind>), typeof(SnakeCaseEnumConverter<RateScope>)])]
[JsonSerializable(typeof(UsageResponse))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultResponse[]))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
