using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.PaperExchange.Api.RateLimits;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>The exchange refuses, because too much was asked or because it does not serve this place. What it says is kept to.</summary>
public sealed class RefusalDrills
{
    // Two minutes is what the paper exchange names, and a window is five.
    private static readonly TimeSpan Named = TimeSpan.FromSeconds(121);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_limit_and_then_a_ban_are_waited_out()
    {
        await using var suite = await DrillSuite.StartAsync();
        await FailureDrill.RunAsync(
            suite, "ETHUSDT", () => suite.BreakAsync(new { kind = "status", status = 429 }), suite.MendAsync,
            new(503, "upstream_rate_limited", "Retry-After", "The exchange does not answer: \"?RateLimited", Named));
        await FailureDrill.RunAsync(
            suite, "SOLUSDT", () => suite.BreakAsync(new { kind = "status", status = 418 }), suite.MendAsync,
            new(503, "upstream_rate_limited", "Retry-After", "The exchange does not answer: \"?(Banned|RateLimited)", Named));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(418)]
    public async Task Until_the_time_it_named_nothing_is_asked(int refusal)
    {
        await using var suite = await DrillSuite.StartAsync();
        foreach (var service in suite.Services)
        {
            await service.AnalyzeAsync("BTCUSDT");
        }

        await suite.BreakAsync(new { kind = "status", status = refusal });
        suite.Clock.Skip(TimeSpan.FromSeconds(31));
        await AskAllAsync(suite, "ETHUSDT", "BTCUSDT");
        await suite.MendAsync();

        var before = (await suite.UsageAsync()).At("paths").ToString();
        suite.Clock.Skip(TimeSpan.FromSeconds(100));
        await AskAllAsync(suite, "SOLUSDT", "BTCUSDT", "XRPUSDT");
        (await suite.UsageAsync()).At("paths").ToString().ShouldBe(before);

        suite.Clock.Skip(TimeSpan.FromSeconds(30));
        foreach (var service in suite.Services)
        {
            await Eventually.TrueAsync("fresh answers once the time is over", () => service.IsFreshAsync("SOLUSDT"));
        }
    }

    [Fact]
    public async Task A_place_that_is_not_served_is_named()
    {
        await using var suite = await DrillSuite.StartAsync();
        await FailureDrill.RunAsync(
            suite, "ETHUSDT", () => suite.BreakAsync(new { kind = "status", status = 451 }), suite.MendAsync,
            new(503, "upstream_restricted_location", "does not serve the location", "The exchange does not answer: \"?RestrictedLocation", TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task Under_limits_lower_than_planned_the_first_refusals_are_the_last()
    {
        // A tenth of what Binance allows: as if others behind the same address had used up the rest.
        var limits = new RateLimitOptions { Rules = RateLimitRule.All.ToDictionary(rule => rule.Key, rule => rule.Value with { Limit = rule.Value.Limit / 10 }) };
        await using var suite = await DrillSuite.StartAsync(new PaperExchangeOptions { RateLimits = limits, Contracts = 60 });
        var symbols = await SymbolsAsync(suite, 60);
        foreach (var symbol in symbols.SkipLast(1))
        {
            await AskAllAsync(suite, symbol);
        }

        var scopes = (await suite.UsageAsync()).ArrayAt("scopes");
        scopes.Sum(scope => scope.TimeAt("refused")).ShouldBeGreaterThan(0);
        scopes.Sum(scope => scope.TimeAt("banned")).ShouldBe(0, scopes.Aggregate("", (text, scope) => $"{text}{scope}\n"));

        suite.Clock.Skip(LongestWindow);
        await Eventually.TrueAsync("a good answer in the next window", () => suite.LiquidationHeatmap.IsFreshAsync(symbols[^1]));
    }

    [Fact]
    public async Task A_flood_of_callers_spends_the_budget_and_not_the_limit()
    {
        await using var suite = await DrillSuite.StartAsync(new PaperExchangeOptions { Contracts = 100 }, settings: "--Binance:MaxBudgetWaitSeconds=0.1");
        var symbols = await SymbolsAsync(suite, 100);
        var logs = await Task.WhenAll(suite.Services.Select(OperatorLog.FromNowOnAsync));

        List<string> refused = [];
        foreach (var service in suite.Services)
        {
            foreach (var batch in symbols.Chunk(20))
            {
                using var content = new StringContent(JsonSerializer.Serialize(new { symbols = batch }), System.Text.Encoding.UTF8, "application/json");
                using var response = await service.Http.PostAsync(new Uri("/batch", UriKind.Relative), content);
                var results = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.ArrayAt("data.results");
                refused.AddRange(results.Where(result => !result.At("success").GetBoolean()).Select(result => result.TextAt("error.code")!));
            }
        }

        // There was more to ask for than the budget had.
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(code => code == "upstream_rate_limited");
        await suite.ShouldHaveKeptTheRulesAsync();
        foreach (var scope in (await suite.UsageAsync()).ArrayAt("scopes"))
        {
            scope.NumberAt("peak_window_units").ShouldBeLessThanOrEqualTo(scope.NumberAt("limit") * 0.6m, scope.ToString());
        }

        foreach (var log in logs)
        {
            await log.ShouldBeShortAsync();
        }

        suite.Clock.Skip(LongestWindow);
        foreach (var service in suite.Services)
        {
            await Eventually.TrueAsync("a good answer in the next window", () => service.IsFreshAsync(symbols[^1]));
        }
    }

    // Whatever comes of it: what was asked of the exchange is what counts.
    private static async Task AskAllAsync(DrillSuite suite, params string[] symbols)
    {
        foreach (var service in suite.Services)
        {
            foreach (var symbol in symbols)
            {
                using var response = await service.Http.GetAsync(new Uri($"/analyze/{symbol}", UriKind.Relative));
                ((int)response.StatusCode).ShouldBeOneOf(200, 503);
            }
        }
    }

    private static async Task<string[]> SymbolsAsync(DrillSuite suite, int count)
    {
        var screener = await suite.FundingDerivatives.GetAsync($"/screener?limit={count}");
        return [.. screener.ArrayAt("data.rows").Select(row => row.TextAt("symbol")!)];
    }
}
