using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting.Health;

namespace OmnipotentFutures.Hosting.Stopping;

internal static class StoppingRegistration
{
    public static void AddGracefulStop(this IServiceCollection services)
    {
        services.AddChecked<ShutdownOptions>(ShutdownOptions.Section, options => options.Failures());
        services.AddSingleton<GracefulStop>();
        services.AddHostedService(provider => provider.GetRequiredService<GracefulStop>());
        services.AddHealthChecks().AddCheck<GracefulStop>(GracefulStop.CheckName, tags: [HealthRoutes.ReadyTag]);
        // The host's time counts from the first moment, the drain included.
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.Value.DrainSeconds + shutdown.Value.GraceSeconds));
    }
}
