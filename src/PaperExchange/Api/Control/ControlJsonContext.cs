using System.Text.Json.Serialization;
using OmnipotentFutures.PaperExchange.Api.Faults;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>JSON metadata of the control surface.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UsageResponse))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultResponse[]))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
