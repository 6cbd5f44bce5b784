using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Gateway.Forwarding;
using OmnipotentFutures.Gateway.Upstreams;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Gateway;

/// <summary>The one address that callers know: passes every call on to the service it names.</summary>
public static class GatewayService
{
    private const string SettingsFile = "gateway.json";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    // Dropped well before the service would drop it, see ServerLimits.KeepAliveTimeout.
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(60);

    // A container that was replaced has another address behind the same name.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>What the gateway is called and where it listens.</summary>
    public static readonly ServiceIdentity Identity = new(
        "gateway", "Omnipotent Futures Gateway", 3000, "Passes calls on to the analysis services, streams their answers back, and serves the dashboard.");

    /// <summary>Composes the gateway, ready to run.</summary>
    /// <param name="args">Command line, read as configuration: <c>--LIQUIDATION_SERVICE_URL=http://127.0.0.1:1234</c> wins over the
    /// environment variable of that name, which wins over <c>gateway.json</c>.</param>
    /// <returns>The gateway. Settings are checked when it starts, before it listens.</returns>
    public static WebApplication Build(params string[] args) => Build(args, _ => { });

    /// <summary>Composes the gateway with some of its parts replaced, such as the clock.</summary>
    internal static WebApplication Build(string[] args, Action<IServiceCollection> replace)
    {
        var builder = ServiceHost.CreateBuilder(Identity, args);
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = SettingsFile, Optional = true });
        builder.Services
            .AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>()
            .AddOptionsWithValidateOnStart<GatewayOptions>()
            .BindConfiguration(GatewayOptions.Section);
        builder.Services.AddSingleton<UpstreamDirectory>();
        builder.Services.AddSingleton(provider => CreateClient(provider.GetRequiredService<IOptions<WorkLimitOptions>>().Value.AtWork));
        builder.Services.AddSingleton<Forwarder>();
        builder.Services.AddHealthChecks().AddCheck<UpstreamHealthCheck>("services");
        // Header values are bytes that are none of our business: Latin-1 in and out keeps every one of them.
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        replace(builder.Services);

        var app = builder.Build().UseServiceDefaults();
        app.UseMiddleware<ApiKeyMiddleware>();
        app.UseDashboard();
        app.MapForwarding();
        return app;
    }

    // An invoker and not a client: HttpClient has a timeout of its own and buffers answers unless every call remembers not to.
    private static HttpMessageInvoker CreateClient(int connections) => new(new SocketsHttpHandler
    {
        // Written with the other headers (HeaderRules): the handler would make an activity of its own for it, a step within a step.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTimeout,
        // As many as there can be calls at work: none waits for a connection.
        MaxConnectionsPerServer = connections,
        PooledConnectionIdleTimeout = ConnectionIdle,
        PooledConnectionLifetime = ConnectionLifetime,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        UseCookies = false,
        UseProxy = false,
    });
}
