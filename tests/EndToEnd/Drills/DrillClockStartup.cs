using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OmnipotentFutures.EndToEnd.Drills;

[assembly: HostingStartup(typeof(DrillClockStartup))]

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>Sets a drill's clock in services that are composed from a command line alone: ASP.NET Core's way in from outside the program. It registers
/// before the service does, and the service takes the machine's clock only where there is none.</summary>
public sealed class DrillClockStartup : IHostingStartup
{
    private static readonly AsyncLocal<TimeProvider?> Current = new();

    static DrillClockStartup() => Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(DrillClockStartup).Assembly.GetName().Name);

    /// <summary>Whatever is composed by the caller from now on runs on this clock.</summary>
    public static void Use(TimeProvider clock) => Current.Value = clock;

    public void Configure(IWebHostBuilder builder)
    {
        // Nothing of this is for the other tests of the process.
        if (Current.Value is { } clock)
        {
            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }
}
