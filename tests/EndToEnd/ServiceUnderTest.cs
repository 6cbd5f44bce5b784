using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.EndToEnd;

/// <summary>One service on a free port, with a client for it.</summary>
public sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly WebApplication _service;
    private readonly string _logs;

    private ServiceUnderTest(WebApplication service, string logs)
    {
        _service = service;
        _logs = logs;
        Address = new Uri(service.Urls.First());
        Http = new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>Starts a service.</summary>
    /// <param name="build">Composes it from a command line.</param>
    /// <param name="settings">More of the command line.</param>
    public static async Task<ServiceUnderTest> StartAsync(Func<string[], WebApplication> build, params string[] settings)
    {
        var logs = Directory.CreateTempSubdirectory("omnipotent-futures-").FullName;
        var service = build(["--urls=http://127.0.0.1:0", $"--LOG_DIRECTORY={logs}", "--LOG_CONSOLE_LEVEL=Error", "--Watch:Largest=0", .. settings]);
        await service.StartAsync();
        return new ServiceUnderTest(service, logs);
    }

    public Task<JsonElement> GetAsync(string path, int status = 200) => Http.GetJsonAsync(new Uri(Address, path), status);

    public Task<JsonElement> PostAsync(string path, string json, int status = 200) => Http.PostJsonAsync(new Uri(Address, path), json, status);

    /// <summary>The <c>data</c> of an answer, with texts in English.</summary>
    public async Task<JsonElement> DataAsync(string path) =>
        (await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=en")).GetProperty("data");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _service.StopAsync();
        await _service.DisposeAsync();
        Directory.Delete(_logs, recursive: true);
    }
}
