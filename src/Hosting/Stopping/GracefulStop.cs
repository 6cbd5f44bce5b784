using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting.Stopping;

/// <summary>Holds a stop up until others have seen it: first <c>/health/ready</c> says 503 while calls are still accepted, then the server stops
/// listening and finishes the calls at work, and only then do the background services stop.</summary>
/// <remarks>The host calls <see cref="StoppingAsync"/> of all before it stops any, the server first: what was registered last.</remarks>
internal sealed partial class GracefulStop(
    IHostApplicationLifetime lifetime, IOptions<ShutdownOptions> options, TimeProvider time, ILogger<GracefulStop> logger) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>Name of the health check that there is while a service stops.</summary>
    public const string CheckName = "stopping";

    private volatile bool _stopping;

    /// <summary>Whether the service was told to stop, by a signal or by its host.</summary>
    public bool IsStopping => _stopping || lifetime.ApplicationStopping.IsCancellationRequested;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        if (options.Value.DrainSeconds > 0)
        {
            LogDraining(options.Value.DrainSeconds);
            await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds), time, cancellationToken);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Unhealthy("The service was told to stop: it finishes what it was asked, and then ends."));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Told to stop: not ready any more, and accepting calls for another {Seconds} s.")]
    private partial void LogDraining(double seconds);
}
