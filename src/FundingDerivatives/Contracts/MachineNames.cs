using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Writes a status as LONG_HEAVY.</summary>
/// <typeparam name="T">The status.</typeparam>
internal sealed class UpperCaseName<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper)
    where T : struct, Enum;

/// <summary>Writes a source or kind as funding_info.</summary>
/// <typeparam name="T">The source or kind.</typeparam>
internal sealed class LowerCaseName<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
