using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>A funding service on the frozen exchange as it is.</summary>
public sealed class FrozenFunding(FrozenExchange exchange) : IAsyncLifetime
{
    private const int BatchSize = 20;

    public ServiceUnderTest Service { get; private set; } = null!;

    public async Task InitializeAsync() => Service = await exchange.StartFundingAsync();

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public Task<JsonElement> AnalyzeAsync(string symbol) => Service.DataAsync($"/analyze/{symbol}");

    /// <summary>The analysis of every perpetual that trades, by symbol.</summary>
    public async Task<Dictionary<string, JsonElement>> AnalyzeAllAsync()
    {
        Dictionary<string, JsonElement> all = [];
        foreach (var symbols in (await exchange.PerpetualsAsync()).Chunk(BatchSize))
        {
            var batch = (await Service.PostAsync("/batch", JsonSerializer.Serialize(new { symbols }))).GetProperty("data");
            batch.At("failed").GetInt32().ShouldBe(0, batch.ToString());
            foreach (var result in batch.ArrayAt("results"))
            {
                all.Add(result.TextAt("symbol")!, result.GetProperty("data"));
            }
        }

        return all;
    }
}
