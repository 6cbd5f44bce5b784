using System.Net;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.RateLimits;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class RateLimitTests
{
    private const string Weight = "X-MBX-USED-WEIGHT-1M";

    [Theory]
    [InlineData("/fapi/v1/time", "1")]
    [InlineData("/fapi/v1/premiumIndex?symbol=BTCUSDT", "1")]
    [InlineData("/fapi/v1/premiumIndex", "10")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=5m", "5")]
    [InlineData("/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=99", "1")]
    [InlineData("/fapi/v1/indexPriceKlines?pair=BTCUSDT&interval=5m&limit=100", "2")]
    [InlineData("/fapi/v1/ticker/24hr", "40")]
    [InlineData("/fapi/v1/ticker/bookTicker?symbol=BTCUSDT", "2")]
    [InlineData("/fapi/v1/klines", "5")]
    [InlineData("/api/v3/exchangeInfo", "20")]
    [InlineData("/api/v3/ticker/price", "4")]
    public async Task Call_is_charged_its_weight(string path, string weight)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        response.Headers.GetValues(Weight).ShouldBe([weight]);
    }

    [Theory]
    [InlineData("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m")]
    [InlineData("/fapi/v1/fundingRate")]
    [InlineData("/fapi/v1/fundingInfo")]
    public async Task Scope_that_counts_requests_reports_nothing(string path)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains(Weight).ShouldBeFalse();
    }

    [Fact]
    public async Task Weight_adds_up_within_the_minute_and_starts_over_with_the_next()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await UsedAsync(host)).ShouldBe("1");
        host.Time.Advance(TimeSpan.FromSeconds(59));
        (await UsedAsync(host)).ShouldBe("2");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await UsedAsync(host)).ShouldBe("1");
    }

    [Fact]
    public async Task Call_beyond_the_limit_is_refused_until_the_window_ends()
    {
        await using var host = await PaperExchangeHost.StartAsync(limits: Limits(weight: 2));
        await UsedAsync(host);
        await UsedAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(18));

        using var refused = await host.Client.GetAsync("/fapi/v1/time");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(42));
        refused.Headers.GetValues(Weight).ShouldBe(["3"]);
        (await refused.Content.ReadAsStringAsync()).ShouldBe(
            """{"code":-1003,"msg":"Too many requests; current limit of IP(127.0.0.1) is 2 requests per minute. Please use the websocket for live updates to avoid polling the API."}""");
        host.Time.Advance(TimeSpan.FromSeconds(42));
        (await host.Client.GetAsync("/fapi/v1/time")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_scope_beyond_its_limit_leaves_the_others_usable()
    {
        await using var host = await PaperExchangeHost.StartAsync(limits: Limits(weight: 1));
        await host.Client.GetAsync("/fapi/v1/time");

        (await host.Client.GetAsync("/fapi/v1/time")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await host.Client.GetAsync("/fapi/v1/fundingInfo")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Client.GetAsync("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Client.GetAsync("/api/v3/time")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Client_that_keeps_calling_is_banned_for_longer_each_time()
    {
        await using var host = await PaperExchangeHost.StartAsync(limits: Limits(weight: 1));
        var start = host.Time.GetUtcNow();

        (await CallAsync(host, 4)).ShouldBe([200, 429, 429, 418]);
        using var banned = await host.Client.GetAsync("/fapi/v1/time");
        banned.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(2));
        (await banned.Content.ReadAsStringAsync()).ShouldBe(
            $$"""{"code":-1003,"msg":"Way too many requests; IP(127.0.0.1) banned until {{start.AddMinutes(2).ToUnixTimeMilliseconds()}}. Please use the websocket for live updates to avoid bans."}""");

        host.Time.Advance(TimeSpan.FromSeconds(119));
        (await CallAsync(host, 1)).ShouldBe([418]);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        (await CallAsync(host, 4)).ShouldBe([200, 429, 429, 418]);
        using var again = await host.Client.GetAsync("/fapi/v1/time");
        again.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Ban_never_exceeds_the_longest()
    {
        var limits = Limits(weight: 1) with { LongestBan = TimeSpan.FromMinutes(3) };
        await using var host = await PaperExchangeHost.StartAsync(limits: limits);
        await CallAsync(host, 4);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await CallAsync(host, 4);

        using var banned = await host.Client.GetAsync("/fapi/v1/time");

        banned.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromMinutes(3));
    }

    private static RateLimitOptions Limits(int weight) => new()
    {
        Rules = RateLimitRule.All.Values
            .Select(rule => rule.Scope is RateScope.FuturesWeight ? rule with { Limit = weight } : rule)
            .ToDictionary(rule => rule.Scope),
        RefusalsBeforeBan = 2,
    };

    private static async Task<string> UsedAsync(PaperExchangeHost host)
    {
        using var response = await host.Client.GetAsync("/fapi/v1/time");
        return response.Headers.GetValues(Weight).Single();
    }

    private static async Task<List<int>> CallAsync(PaperExchangeHost host, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await host.Client.GetAsync("/fapi/v1/time");
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
