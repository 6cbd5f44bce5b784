using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting.Health;
using OmnipotentFutures.Hosting.Limits;
using OmnipotentFutures.Hosting.Problems;
using OmnipotentFutures.Hosting.Stopping;

namespace OmnipotentFutures.Hosting;

/// <summary>The part of every service's composition that is the same: logging, problem details, health, OpenAPI, limits.</summary>
public static class ServiceHost
{
    /// <summary>Starts a service's composition.</summary>
    /// <param name="identity">Who the service is.</param>
    /// <param name="args">Command line, read as configuration (<c>--key value</c>).</param>
    /// <returns>A builder with everything that services share registered.</returns>
    /// <exception cref="OptionsValidationException">A setting of the log or of where to listen cannot be used.</exception>
    public static WebApplicationBuilder CreateBuilder(ServiceIdentity identity, string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ServiceHost).Assembly.GetName().Name,
            // Configuration files lie beside the program, whatever folder it was started from.
            ContentRootPath = AppContext.BaseDirectory,
        });

        // Empty is how a shell or a compose file says that a variable is not set.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]) && string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.HttpPortsKey]))
        {
            builder.WebHost.UseUrls($"http://localhost:{identity.Port}");
        }

        string[] failures = [.. ListenSettings.Failures(builder.Configuration), .. LogSettings.Failures(builder.Configuration)];
        if (failures.Length > 0)
        {
            throw new OptionsValidationException(identity.Name, typeof(ServiceHost), failures);
        }

        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        builder.Services.AddSingleton(identity);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddServiceLogging(identity);
        builder.Services.AddServiceProblems();
        builder.Services.AddServiceHealth();
        builder.Services.AddGracefulStop();
        builder.Services.AddLimits();
        builder.Services.AddCrossOrigin();
        builder.Services.AddServiceOpenApi(identity);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new TrimmedDecimalConverter());
            // Letters of any language as they are, but no < > & ' ": what a caller wrote is never markup, wherever an answer ends up.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        return builder;
    }

    /// <summary>Adds a service's source-generated JSON metadata ahead of the defaults.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <param name="resolver">The service's serializer context.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddJson(this IServiceCollection services, IJsonTypeInfoResolver resolver) =>
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, resolver));

    /// <summary>Puts the middleware and routes that services share in front of a service's own.</summary>
    /// <param name="app">The service.</param>
    /// <returns>The same service.</returns>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseMiddleware<RequestLogMiddleware>();
        // Before the limits: a page can read why it was refused.
        app.UseCors();
        app.UseLimits();
        app.UseServiceCompression();
        app.UseServiceProblems();
        app.MapServiceHealth();
        app.UseServiceOpenApi();
        return app;
    }

    /// <summary>Composes a service and runs it until it is told to stop, or probes one that runs: see <see cref="HealthProbe"/>. A port in use or
    /// a bad setting is a sentence on standard error, not a stack trace.</summary>
    /// <param name="identity">The service.</param>
    /// <param name="build">Composes it from its command line.</param>
    /// <param name="args">The command line.</param>
    /// <returns>The process's exit code: 0 after a clean stop or for a service that is ready, 1 when it could not start or is not ready.</returns>
    public static Task<int> RunAsync(ServiceIdentity identity, Func<string[], WebApplication> build, string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Contains(HealthProbe.Argument) ? HealthProbe.RunAsync(identity, args) : RunAsync(identity, () => build(args));
    }

    /// <summary>Composes a service and runs it until it is told to stop, with the same sentences.</summary>
    /// <param name="identity">The service.</param>
    /// <param name="build">Composes it: settings that are no settings are found then, too.</param>
    /// <returns>The process's exit code: 0 after a clean stop, 1 when it could not start.</returns>
    public static async Task<int> RunAsync(ServiceIdentity identity, Func<WebApplication> build)
    {
        ArgumentNullException.ThrowIfNull(build);

        try
        {
            await build().RunAsync();
            return 0;
        }
        catch (Exception failure) when (StartFailure.Explain(failure, identity) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }
}
