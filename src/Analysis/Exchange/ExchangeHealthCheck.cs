using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Analysis.Exchange;

/// <summary>Says how the exchange last answered. Reads what is known: a probe costs no call.</summary>
internal sealed class ExchangeHealthCheck(ExchangeStatus status, ExchangeSource source, RateBudget budget, TimeProvider clock) : IHealthCheck
{
    /// <summary>A failing exchange leaves a service degraded for this long, then it counts as unable to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = status.Current;
        var data = new Dictionary<string, object> { ["source"] = source.Name };
        foreach (var scope in budget.Read())
        {
            data[JsonNamingPolicy.SnakeCaseLower.ConvertName(scope.Rule.Scope.ToString())] = scope.ClosedFor is { } closed
                ? $"closed for {closed.TotalSeconds:0} s: {JsonNamingPolicy.SnakeCaseLower.ConvertName(scope.ClosedBecause.ToString()!)}"
                : $"{scope.Left} left at once, {scope.Planned} planned of {scope.Rule.Limit} per {scope.Rule.Window.TotalMinutes:0} min";
        }

        return Task.FromResult(now switch
        {
            { IsAnswering: true } => HealthCheckResult.Healthy("The exchange answers.", data),
            { LastSuccess: null, Failure: null } => HealthCheckResult.Unhealthy("The exchange has not answered yet.", data: data),
            { LastSuccess: not null } when status.FailingSince is not { } since || clock.GetUtcNow() - since < Patience => HealthCheckResult.Degraded(Describe(now), data: data),
            _ => HealthCheckResult.Unhealthy(Describe(now), data: data),
        });
    }

    private static string Describe(ExchangeStatusReading now) => $"The exchange does not answer: {now.Failure!.Kind} at {now.LastFailure:O}.";
}
