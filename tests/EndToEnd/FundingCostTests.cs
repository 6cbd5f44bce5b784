using System.Text.Json;
using Xunit.Abstractions;

namespace OmnipotentFutures.EndToEnd;

/// <summary>What the funding service costs, by the exchange's own counters. Each test has a service that knows no contract's numbers yet.</summary>
[Collection(OnFrozenExchange.Name)]
public sealed class FundingCostTests(FrozenExchange exchange, ITestOutputHelper output) : IAsyncLifetime
{
    private const int MostWeight = 12;
    private const int MostStatistics = 6;
    private const int MostForAll = 60;
    private const int MostTries = 5;

    private ServiceUnderTest _funding = null!;

    public async Task InitializeAsync()
    {
        _funding = await exchange.StartFundingAsync();
        // The list of contracts is asked for once in ten minutes whoever comes; a rubbish symbol brings that and nothing else.
        await _funding.GetAsync("/analyze/NOSUCHCOINUSDT", 404);
    }

    public async Task DisposeAsync() => await _funding.DisposeAsync();

    [Theory]
    [InlineData("BTCUSDT")] // settles every 8 hours
    [InlineData("MYXUSDT")] // every hour: its settlements take more calls
    [InlineData("OMGUSDT")] // does not trade any more
    [InlineData("BTCUSDT_261225")] // a delivery contract
    public async Task A_cold_analysis_costs_12_weight_and_6_statistics_calls_at_most_and_a_second_nothing(string symbol)
    {
        var cold = await ColdAsync(symbol, () => _funding.GetAsync($"/analyze/{symbol}"));

        cold.Weight.ShouldBeInRange(1, MostWeight);
        cold.Statistics.ShouldBeInRange(1, MostStatistics);
        await ShouldBecomeFreeAsync(() => _funding.GetAsync($"/analyze/{symbol}?lang=en"));
    }

    [Fact]
    public async Task Ten_callers_at_once_cost_what_one_costs()
    {
        var cold = await ColdAsync("ten callers", () => Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _funding.GetAsync("/analyze/ETHUSDT"))));

        cold.Weight.ShouldBeInRange(1, MostWeight);
        cold.Statistics.ShouldBeInRange(1, MostStatistics);
    }

    [Fact]
    public async Task A_cold_batch_of_20_costs_60_weight_and_120_statistics_calls_at_most()
    {
        var symbols = (await exchange.PerpetualsAsync())[..20];

        JsonElement answer = default;
        var cold = await ColdAsync("batch of 20", async () => answer = await _funding.PostAsync("/batch", JsonSerializer.Serialize(new { symbols })));

        answer.At("data.succeeded").GetInt32().ShouldBe(20);
        cold.Weight.ShouldBeInRange(1, MostForAll);
        cold.Statistics.ShouldBeInRange(1, 20 * MostStatistics);
        await ShouldBecomeFreeAsync(() => _funding.PostAsync("/batch", JsonSerializer.Serialize(new { symbols })));
    }

    [Fact]
    public async Task A_cold_screener_costs_60_weight_at_most_and_another_page_of_it_nothing()
    {
        var cold = await ColdAsync("/screener", () => _funding.GetAsync("/screener"));

        cold.Weight.ShouldBeInRange(1, MostForAll);
        cold.Statistics.ShouldBe(0);
        await ShouldBecomeFreeAsync(() => _funding.GetAsync("/screener?sort=abs_rate_8h&limit=3&offset=3"));
    }

    [Fact]
    public async Task Cold_extremes_cost_what_the_screener_costs_and_the_candidates_settlements()
    {
        JsonElement answer = default;
        var cold = await ColdAsync("/extremes", async () => answer = await _funding.GetAsync("/extremes"));

        cold.Weight.ShouldBeInRange(1, MostForAll);
        cold.Statistics.ShouldBe(0);
        // Up to three pages of settlements a candidate, and the funding rules.
        cold.Funding.ShouldBeInRange(answer.At("data.candidates").GetInt32(), 1 + (3 * answer.At("data.candidates").GetInt32()));
        await ShouldBecomeFreeAsync(() => _funding.GetAsync("/extremes"));
    }

    [Theory]
    [InlineData("funding", 0, 0, 1)]
    [InlineData("open_interest", 0, 1, 0)]
    [InlineData("basis", 0, 1, 0)]
    [InlineData("long_short", 0, 1, 0)]
    public async Task A_cold_history_is_one_call_whatever_its_length_and_a_shorter_one_none(string metric, int weight, int statistics, int funding)
    {
        var cold = await ColdAsync($"history of {metric}", () => _funding.GetAsync($"/history/BTCUSDT?metric={metric}"));

        cold.Weight.ShouldBe(weight);
        cold.Statistics.ShouldBe(statistics);
        // The service may be asking for the funding rules beside it.
        cold.Funding.ShouldBeInRange(funding, funding + 1);
        await ShouldBecomeFreeAsync(() => _funding.GetAsync($"/history/BTCUSDT?metric={metric}&limit=10"));
    }

    /// <summary>The cost of a call, printed for the table in the docs.</summary>
    private async Task<ExchangeCost> ColdAsync(string name, Func<Task> call)
    {
        var cost = await CostOfAsync(call);
        output.WriteLine($"{name}: {cost}");
        return cost;
    }

    private async Task<ExchangeCost> CostOfAsync(Func<Task> call)
    {
        var before = await exchange.CostAsync();
        await call();
        return await exchange.CostAsync() - before;
    }

    // Books live for two seconds: on a slow machine the call before may have taken longer, and then the next one is within them.
    private async Task ShouldBecomeFreeAsync(Func<Task> call)
    {
        var free = new ExchangeCost(0, 0, 0);
        var cost = await CostOfAsync(call);
        for (var tries = 1; cost != free && tries < MostTries; tries++)
        {
            cost = await CostOfAsync(call);
        }

        cost.ShouldBe(free);
    }
}
