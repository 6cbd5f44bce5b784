using System.Text.Json.Serialization;
using OmnipotentFutures.PaperExchange.Api.Faults;
using OmnipotentFutures.PaperExchange.Api.Overrides;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>JSON metadata of the control surface.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UsageResponse))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(FaultResponse[]))]
[JsonSerializable(typeof(ContractOverrideRequest))]
[JsonSerializable(typeof(ContractOverrideResponse[]))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
