using System.Net.Http.Json;
using System.Text.Json;
using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.Suite;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The whole suite on free ports, with a client for it.</summary>
public sealed class SuiteUnderTest : IAsyncDisposable
{
    // The same market on every run.
    private static readonly DateTimeOffset SimulatedStart = new(2026, 11, 2, 12, 2, 30, TimeSpan.Zero);

    private readonly RunningSuite _suite;
    private readonly string _logs;

    private SuiteUnderTest(RunningSuite suite, string logs)
    {
        _suite = suite;
        _logs = logs;
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public Uri Gateway => _suite.Gateway;

    public Uri LiquidationHeatmap => _suite.LiquidationHeatmap;

    public Uri FundingDerivatives => _suite.FundingDerivatives;

    public Uri PaperExchange => _suite.PaperExchange!;

    public static Task<SuiteUnderTest> StartSimulatedAsync() => StartAsync(new PaperExchangeOptions { StartAt = SimulatedStart });

    public static async Task<SuiteUnderTest> StartAsync(PaperExchangeOptions options)
    {
        var logs = Directory.CreateTempSubdirectory("omnipotent-futures-").FullName;
        // Every listed symbol is asked for at once: with the share that is meant for a day's work some would have to wait.
        // And a machine that builds beside it may be slow.
        string[] settings =
        [
            $"--LOG_DIRECTORY={logs}", "--LOG_CONSOLE_LEVEL=Error", $"--Brackets:Directory={logs}/brackets",
            "--Watch:Largest=0", "--Binance:BudgetShare=0.5", "--Binance:AttemptTimeoutSeconds=8", "--Binance:TotalTimeoutSeconds=8",
        ];
        return new SuiteUnderTest(await RunningSuite.StartAsync(SuitePorts.Any, options, settings, CancellationToken.None), logs);
    }

    /// <summary>Gets JSON, with the answer itself as the message when it is not the status expected.</summary>
    public Task<JsonElement> GetAsync(Uri service, string path, int status = 200) => Http.GetJsonAsync(new Uri(service, path), status);

    public Task<JsonElement> PostAsync(Uri service, string path, string json, int status = 200) => Http.PostJsonAsync(new Uri(service, path), json, status);

    /// <summary>Makes the paper exchange misbehave until <see cref="MendAsync"/>.</summary>
    public async Task BreakAsync(object fault)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(PaperExchange, "/paper/faults"), fault);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public async Task MendAsync()
    {
        using var response = await Http.DeleteAsync(new Uri(PaperExchange, "/paper/faults"));
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _suite.DisposeAsync();
        Directory.Delete(_logs, recursive: true);
    }
}
