using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class ControlTests
{
    [Fact]
    public async Task Usage_counts_calls_by_scope_and_path()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await host.Client.GetAsync("/fapi/v1/premiumIndex");
        await host.Client.GetAsync("/fapi/v1/premiumIndex?symbol=NOPE");
        await host.Client.GetAsync("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m");
        await host.Client.GetAsync("/fapi/v1/nothing");

        var usage = await host.GetJsonAsync("/paper/usage");

        usage.GetProperty("source").GetString().ShouldBe("simulated");
        var scope = usage.GetProperty("scopes").EnumerateArray().Single(scope => scope.GetProperty("scope").GetString() == "futures_weight");
        scope.GetProperty("requests").GetInt32().ShouldBe(2);
        scope.GetProperty("units").GetInt32().ShouldBe(11);
        scope.GetProperty("peak_window_units").GetInt32().ShouldBe(11);
        usage.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/fapi/v1/premiumIndex", "/futures/data/openInterestHist"]);
        usage.GetProperty("paths").GetProperty("/fapi/v1/premiumIndex").GetProperty("failures").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(418, "application/json", "\"code\":-1003,\"msg\":\"Way too many requests; IP(127.0.0.1) banned until 1780272120000.")]
    [InlineData(429, "application/json", "\"code\":-1003,\"msg\":\"Too many requests;")]
    [InlineData(451, "application/json", "\"code\":0,\"msg\":\"Service unavailable from a restricted location")]
    [InlineData(500, "application/json", "\"code\":-1000,")]
    [InlineData(502, "text/html", "<h1>502 Bad Gateway</h1>")]
    [InlineData(503, "application/json", "\"code\":-1001,")]
    public async Task Status_fault_answers_as_binance_does(int status, string mediaType, string body)
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, $$"""{"kind":"status","status":{{status}}}""");

        using var response = await host.Client.GetAsync("/fapi/v1/time");

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(mediaType);
        (await response.Content.ReadAsStringAsync()).ShouldContain(body);
    }

    [Fact]
    public async Task Fault_strikes_its_path_its_share_and_its_count_and_ends_when_switched_off()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, """{"path":"/fapi/v1/time","kind":"status","status":503,"share":0.5,"count":2}""");

        (await CallAsync(host, "/fapi/v1/ping", 2)).ShouldBe([200, 200]);
        (await CallAsync(host, "/fapi/v1/time", 6)).ShouldBe([200, 503, 200, 503, 200, 200]);
        (await host.GetJsonAsync("/paper/faults"))[0].GetProperty("struck").GetInt32().ShouldBe(2);
        await SwitchOnAsync(host, """{"kind":"html"}""");
        (await CallAsync(host, "/fapi/v1/time", 1)).ShouldBe([403]);
        (await host.Client.DeleteAsync("/paper/faults")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await CallAsync(host, "/fapi/v1/time", 1)).ShouldBe([200]);
    }

    [Fact]
    public async Task Malformed_answer_is_whole_http_and_broken_json()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, """{"kind":"malformed"}""");

        var body = await host.Client.GetStringAsync("/fapi/v1/exchangeInfo");

        body.ShouldStartWith("""{"timezone":"UTC",""");
        Should.Throw<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task Empty_answer_is_a_success_without_a_body()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, """{"kind":"empty"}""");

        using var response = await host.Client.GetAsync("/fapi/v1/exchangeInfo");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Truncated_answer_breaks_the_connection()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, """{"kind":"truncated"}""");

        await Should.ThrowAsync<HttpRequestException>(() => host.Client.GetStringAsync("/fapi/v1/exchangeInfo"));
    }

    [Fact]
    public async Task Latency_delays_the_answer()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        await SwitchOnAsync(host, """{"kind":"latency","latency_ms":5000,"count":1}""");

        var call = host.Client.GetAsync("/fapi/v1/time");
        while ((await host.GetJsonAsync("/paper/faults"))[0].GetProperty("struck").GetInt32() == 0)
        {
            await Task.Yield();
        }

        call.IsCompleted.ShouldBeFalse();
        // The call may be between being struck and starting to wait: time moves until it answers.
        while (!call.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"kind":"status"}""")]
    [InlineData("""{"kind":"status","status":200}""")]
    [InlineData("""{"kind":"latency"}""")]
    [InlineData("""{"kind":"empty","share":0}""")]
    [InlineData("""{"kind":"empty","count":0}""")]
    [InlineData("""{"kind":"empty","path":"fapi"}""")]
    [InlineData("""{"kind":"explosion"}""")]
    [InlineData("""{}""")]
    [InlineData("")]
    public async Task Fault_that_cannot_be_is_refused_with_a_problem_document(string json)
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await PostAsync(host, json);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("invalid_request");
        (await host.GetJsonAsync("/paper/faults")).GetArrayLength().ShouldBe(0);
    }

    private static async Task SwitchOnAsync(PaperExchangeHost host, string json)
    {
        using var response = await PostAsync(host, json);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> PostAsync(PaperExchangeHost host, string json) =>
        host.Client.PostAsync("/paper/faults", new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task<List<int>> CallAsync(PaperExchangeHost host, string path, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await host.Client.GetAsync(path);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
