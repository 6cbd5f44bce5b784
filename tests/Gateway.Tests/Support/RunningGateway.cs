using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Gateway.Forwarding;

namespace OmnipotentFutures.Gateway.Tests.Support;

/// <summary>The gateway on a port of its own, with a clock that stands still and a client that shows answers as they are.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    /// <summary>How long a test waits for what must happen before it fails instead of hanging.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;

    private RunningGateway(WebApplication app, FakeTimeProvider time, RecordingLogger log)
    {
        _app = app;
        Time = time;
        Log = log;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null })
        {
            BaseAddress = new Uri(app.Urls.Single()),
            Timeout = Patience,
        };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public FakeTimeProvider Time { get; }

    public RecordingLogger Log { get; }

    public static Task<RunningGateway> InFrontOfAsync(StandIn liquidation, params string[] args) =>
        StartAsync([$"--LIQUIDATION_SERVICE_URL={liquidation.Url}", .. args]);

    public static async Task<RunningGateway> StartAsync(string[] args, Action<IServiceCollection>? replace = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var log = new RecordingLogger();
        // Whether a dashboard was built beside the tests makes no difference to them.
        var app = GatewayService.Build(["--urls=http://127.0.0.1:0", "--webroot=none", "--Serilog:MinimumLevel:Default=Fatal", .. args], services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton<ILogger<Forwarder>>(log);
            replace?.Invoke(services);
        });
        await app.StartAsync();
        return new RunningGateway(app, time, log);
    }

    /// <summary>Reads a problem document and checks what every one of them carries.</summary>
    public static async Task<JsonElement> ReadProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonElement.Parse(text);
        problem.GetProperty("success").GetBoolean().ShouldBeFalse();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("trace_id").GetString()!.Length.ShouldBe(32);
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
