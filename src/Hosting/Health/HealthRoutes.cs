using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OmnipotentFutures.Hosting.Stopping;

namespace OmnipotentFutures.Hosting.Health;

/// <summary>The three health routes. Checks read what is already known: a probe never calls out.</summary>
public static class HealthRoutes
{
    /// <summary>Tag of the checks that decide whether a service can answer usefully.</summary>
    public const string ReadyTag = "ready";

    private static readonly string Version =
        typeof(HealthRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    internal static void AddServiceHealth(this IServiceCollection services) => services.AddHealthChecks();

    internal static void MapServiceHealth(this WebApplication app)
    {
        var stop = app.Services.GetRequiredService<GracefulStop>();
        var health = app.MapGroup("/health").DisableRateLimiting();
        health.MapHealthChecks("", Options(IsToTell));
        health.MapHealthChecks("/live", Options(_ => false));
        health.MapHealthChecks("/ready", Options(check => check.Tags.Contains(ReadyTag) && IsToTell(check)));

        // That a service is not stopping goes without saying.
        bool IsToTell(HealthCheckRegistration check) => check.Name != GracefulStop.CheckName || stop.IsStopping;
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate) => new()
    {
        Predicate = predicate,
        ResponseWriter = WriteAsync,
    };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var services = context.RequestServices;
        var identity = services.GetRequiredService<ServiceIdentity>();
        var response = new HealthReportResponse(
            identity.Name,
            NameOf(report.Status),
            context.Connection.LocalPort is > 0 and var port ? port : identity.Port,
            services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Version,
            [.. report.Entries.Select(entry => new HealthCheckResponse(
                entry.Key,
                NameOf(entry.Value.Status),
                entry.Value.Description,
                entry.Value.Data.ToDictionary(pair => pair.Key, pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? string.Empty)))]);
        return context.Response.WriteAsJsonAsync(response, HealthJsonContext.Default.HealthReportResponse, cancellationToken: context.RequestAborted);
    }

    private static string NameOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
