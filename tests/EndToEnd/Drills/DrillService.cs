using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>One analysing service under a drill: its answers and its log.</summary>
public sealed class DrillService : IAsyncDisposable
{
    private readonly ServiceUnderTest _service;
    private readonly string _logs;

    private DrillService(ServiceUnderTest service, string logs)
    {
        _service = service;
        _logs = logs;
    }

    public Uri Address => _service.Address;

    public HttpClient Http => _service.Http;

    public static async Task<DrillService> StartAsync(Func<string[], WebApplication> build, params string[] settings)
    {
        var logs = Directory.CreateTempSubdirectory("omnipotent-futures-drill-").FullName;
        return new DrillService(await ServiceUnderTest.StartAsync(build, [$"--LOG_DIRECTORY={logs}", "--LOG_CONSOLE_LEVEL=Fatal", $"--Brackets:Directory={logs}/brackets", .. settings]), logs);
    }

    /// <summary>The <c>data</c> of an analysis, with texts in English.</summary>
    public Task<JsonElement> AnalyzeAsync(string symbol) => _service.DataAsync($"/analyze/{symbol}");

    /// <summary>Gets JSON of a path.</summary>
    public Task<JsonElement> GetAsync(string path, int status = 200) => _service.GetAsync(path, status);

    /// <summary>Whether an analysis is answered now, with data that are not stale.</summary>
    public async Task<bool> IsFreshAsync(string symbol)
    {
        using var response = await Http.GetAsync(new Uri($"/analyze/{symbol}", UriKind.Relative));
        return response.IsSuccessStatusCode
            && !JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.At("data.meta.stale").GetBoolean();
    }

    /// <summary>An analysis that must be refused, with what every refusal has: the code, a sentence, nothing of our insides.</summary>
    public async Task<JsonElement> RefusedAsync(string symbol, int status, string code)
    {
        var problem = await GetAsync($"/analyze/{symbol}", status);
        problem.TextAt("code").ShouldBe(code);
        problem.TextAt("detail")!.ShouldEndWith(".");
        problem.ToString().ShouldNotContain("   at ");
        problem.ToString().ShouldNotContain("Exception");
        return problem;
    }

    /// <summary>Lines of the log so far.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        List<string> lines = [];
        foreach (var path in Directory.EnumerateFiles(_logs, "*.log"))
        {
            // The service is still writing it.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            while (await reader.ReadLineAsync() is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_logs, recursive: true);
    }
}
