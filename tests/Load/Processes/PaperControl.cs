using System.Net.Http.Json;
using System.Text.Json;

namespace OmnipotentFutures.Load.Processes;

/// <summary>The paper exchange's own switches and counters, which are metered by nobody.</summary>
internal sealed class PaperControl(Uri exchange)
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls of each path so far.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CallsAsync(CancellationToken cancellationToken) =>
        (await UsageAsync(cancellationToken)).GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value.GetProperty("requests").GetInt64());

    /// <summary>Use of each metered scope so far.</summary>
    public async Task<IReadOnlyList<ScopeReading>> ScopesAsync(CancellationToken cancellationToken) =>
    [
        .. (await UsageAsync(cancellationToken)).GetProperty("scopes").EnumerateArray().Select(scope => new ScopeReading(
            scope.GetProperty("scope").GetString()!,
            scope.GetProperty("peak_window_units").GetDouble() / scope.GetProperty("limit").GetDouble(),
            scope.GetProperty("refused").GetInt64(),
            scope.GetProperty("banned").GetInt64())),
    ];

    /// <summary>Switches a fault on.</summary>
    public async Task BreakAsync(object fault, CancellationToken cancellationToken)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(exchange, "/paper/faults"), fault, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> UsageAsync(CancellationToken cancellationToken) =>
        await Http.GetFromJsonAsync<JsonElement>(new Uri(exchange, "/paper/usage"), cancellationToken);
}

/// <summary>Use of a metered scope.</summary>
/// <param name="Name">The scope.</param>
/// <param name="PeakShare">Highest share of its limit that was used in one of its windows, a fraction.</param>
/// <param name="Refused">Calls answered with 429.</param>
/// <param name="Banned">Calls answered with 418.</param>
internal sealed record ScopeReading(string Name, double PeakShare, long Refused, long Banned);
