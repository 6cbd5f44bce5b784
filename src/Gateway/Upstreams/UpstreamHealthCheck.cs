using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OmnipotentFutures.Gateway.Upstreams;

/// <summary>Which services are known to answer, from the last call passed on to each: a probe calls nobody. A service that is down
/// leaves the gateway degraded, never unhealthy: the other services still answer through it.</summary>
internal sealed class UpstreamHealthCheck(UpstreamDirectory directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outcomes = directory.Names.ToDictionary(name => name, name => directory[name].Last);
        var failed = outcomes.Where(outcome => outcome.Value?.Failure is not null).Select(outcome => outcome.Key).ToList();
        var data = outcomes.ToDictionary(outcome => outcome.Key, object (outcome) => Describe(outcome.Value));
        return Task.FromResult(failed.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"The last call failed to: {string.Join(", ", failed)}.", data: data));
    }

    private static string Describe(UpstreamOutcome? outcome) => outcome switch
    {
        null => "not called yet",
        { Failure: null } => $"answered at {outcome.At.UtcDateTime:O}",
        { Failure: { } failure } => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString())} at {outcome.At.UtcDateTime:O}",
    };
}
