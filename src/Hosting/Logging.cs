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
    /// <c>Serilog</c> section of the configuration, such as <c>Serilog__MinimumLevel__Default</c>; <c>LOG_CONSOLE_LEVEL</c> quietens the console alone.</summary>
    public static void AddServiceLogging(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        var directory = LogSettings.DirectoryOf(builder.Configuration);
        builder.Services.AddSerilog(
            logger => logger
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                // A service that is not well would fill the log with one line a probe.
                .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
                .MinimumLevel.Override("Microsoft.Extensions.Http", LogEventLevel.Warning)
                .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
                // A stack trace an attempt: whoever made the call says in one line what came of it.
                .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
                .ReadFrom.Configuration(builder.Configuration)
                // Told in one sentence instead: see ServiceHost.RunAsync.
                .Filter.ByExcluding(line => StartFailure.IsExpected(line.Exception))
                .Enrich.FromLogContext()
                .Enrich.WithProperty("Service", identity.Name)
                // Neither a slow disk nor a terminal that nobody reads holds a request up: each sink has a queue and a thread of its own, lines beyond
                // its ten thousand are lost, and what is left is written when the host is disposed of.
                .WriteTo.Async(sink => sink.Console(
                    LogSettings.ConsoleLevelOf(builder.Configuration), outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture))
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
