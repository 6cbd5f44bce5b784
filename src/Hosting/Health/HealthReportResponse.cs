using System.Text.Json.Serialization;

namespace OmnipotentFutures.Hosting.Health;

/// <summary>What <c>/health</c> answers.</summary>
/// <param name="Service">The service's machine name.</param>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Port">Port the service listens on.</param>
/// <param name="Timestamp">When this was answered, UTC, ISO 8601.</param>
/// <param name="Version">The service's version.</param>
/// <param name="Checks">Each check that went into the status.</param>
public sealed record HealthReportResponse(
    string Service, string Status, int Port, DateTimeOffset Timestamp, string Version, IReadOnlyList<HealthCheckResponse> Checks);

/// <summary>One check of <c>/health</c>.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status"><c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</param>
/// <param name="Description">A sentence on what was found; null when there is nothing to add.</param>
/// <param name="Data">Figures behind the sentence.</param>
public sealed record HealthCheckResponse(string Name, string Status, string? Description, IReadOnlyDictionary<string, string> Data);

/// <summary>JSON metadata of the health answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HealthReportResponse))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
