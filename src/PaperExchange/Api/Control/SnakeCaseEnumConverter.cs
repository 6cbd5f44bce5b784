using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>Enum names in snake case; numbers are refused.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
public sealed class SnakeCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
