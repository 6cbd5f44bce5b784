using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Hosting.Tests;

/// <summary>A small service composed as the real ones are, on a port of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public static readonly ServiceIdentity Identity = new("test-service", "Test Service", 29999, "Answers tests.");

    private RunningService(WebApplication app, string logs)
    {
        App = app;
        Time = (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();
        Logs = logs;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
    }

    public WebApplication App { get; }

    /// <summary>The service's clock, which stands still until it is told otherwise.</summary>
    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    /// <summary>Folder of the service's log files.</summary>
    public string Logs { get; }

    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = ServiceHost.CreateBuilder(Identity, ["--Serilog:MinimumLevel:Override:Microsoft.Hosting=Warning", .. args]);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
        configure?.Invoke(builder.Services);
        var app = builder.Build().UseServiceDefaults();
        app.MapGet("/number", (int n) => TypedResults.Ok(n)).WithName("Number");
        app.MapPost("/batch", (Batch batch) => TypedResults.Ok(batch.Symbols.Count));
        app.MapPost("/raw", async (HttpContext context) => await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted));
        app.MapGet("/boom", ThrowSecret);
        app.MapGet("/slow", (TimeProvider time) => ((FakeTimeProvider)time).Advance(TimeSpan.FromSeconds(1)));
        app.MapGet("/limited", (HttpContext context) =>
            new ServiceError(ErrorCodes.UpstreamRateLimited, StatusCodes.Status503ServiceUnavailable, "The exchange asks us to wait.")
            {
                RetryAfter = TimeSpan.FromSeconds(1.2),
                Details = new Dictionary<string, object?> { ["closest"] = new[] { "BTCUSDT" } },
            }.ToProblem(context));
        return app;
    }

    /// <summary>Composes a service whose settings come from a file.</summary>
    public static WebApplication BuildFrom(string settingsFile)
    {
        var builder = ServiceHost.CreateBuilder(Identity, []);
        builder.Configuration.AddJsonFile(settingsFile);
        return builder.Build();
    }

    public static Task<RunningService> StartAsync(params string[] settings) => StartAsync(null, null, settings);

    public static async Task<RunningService> StartAsync(
        Action<IServiceCollection>? configure, Action<WebApplication>? map = null, params string[] settings)
    {
        var logs = Directory.CreateTempSubdirectory("hosting-tests-").FullName;
        var app = Build(["--urls=http://127.0.0.1:0", $"--LOG_DIRECTORY={logs}", .. settings], configure);
        map?.Invoke(app);
        await app.StartAsync();
        return new RunningService(app, logs);
    }

    /// <summary>Reads a problem document and checks what every one of them carries and none may leak.</summary>
    public static async Task<JsonElement> ReadProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonElement.Parse(text);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("success").GetBoolean().ShouldBeFalse();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("trace_id").GetString()!.Length.ShouldBe(32);
        problem.GetProperty("request_id").GetString().ShouldBe(response.Headers.GetValues("X-Request-ID").ShouldHaveSingleItem());
        foreach (var leak in new[] { "secret", "Exception", "System.", "Microsoft.", "OmnipotentFutures", "Batch", "   at " })
        {
            text.ShouldNotContain(leak, Case.Sensitive);
        }

        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        Directory.Delete(Logs, recursive: true);
    }

    private static string ThrowSecret() => throw new InvalidOperationException("a secret of ours");

    internal sealed record Batch(IReadOnlyList<string> Symbols);
}
