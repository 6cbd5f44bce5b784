using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Serilog;
using Serilog.Events;

namespace OmnipotentFutures.Hosting;

/// <summary>Serilog to the console and to a file per service and day.</summary>
internal static class Logging
{
    private const int KeptFiles = 14;
    private const long MaxFileBytes = 50 * 1024 * 1024;
    private const string Template = "[{Timestamp:HH:mm:ss} {Level:u3}] {Service}: {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <summary>Logs to the console and to <c>LOG_DIRECTORY</c> (default <c>logs</c> under the working folder). Levels come from the
    /// <c>Serilog</c> section of the configuration, such as <c>Serilog__MinimumLevel__Default</c>.</summary>
    public static void AddServiceLogging(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        var directory = builder.Configuration["LOG_DIRECTORY"] ?? "logs";
        builder.Services.AddSerilog(
            logger => logger
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                // A degraded service would fill the log with one line a probe.
                .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Error)
                .MinimumLevel.Override("Microsoft.Extensions.Http", LogEventLevel.Warning)
                .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
                .MinimumLevel.Override("Polly", LogEventLevel.Error)
                .ReadFrom.Configuration(builder.Configuration)
                // Told in one sentence instead: see ServiceHost.RunAsync.
                .Filter.ByExcluding(line => StartFailure.IsExpected(line.Exception))
                .Enrich.FromLogContext()
                .Enrich.WithProperty("Service", identity.Name)
                .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.Async(sink => sink.File(
                    Path.Combine(directory, $"{identity.Name}-.log"),
                    outputTemplate: "{Timestamp:O} " + Template,
                    formatProvider: CultureInfo.InvariantCulture,
                    rollingInterval: RollingInterval.Day,
                    rollOnFileSizeLimit: true,
                    fileSizeLimitBytes: MaxFileBytes,
                    retainedFileCountLimit: KeptFiles)),
            // Several services may share a process: each has a logger of its own.
            preserveStaticLogger: true);
    }
}
