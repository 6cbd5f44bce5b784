using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Routes;

public sealed class AnalyzeRouteTests(HealthyService healthy) : IClassFixture<HealthyService>
{
    private readonly AnalysisService _service = healthy.Service;

    [Theory]
    [InlineData("BTCUSDT", "BTCUSDT")]
    [InlineData("btcusdt", "BTCUSDT")]
    [InlineData("btc/usdt", "BTCUSDT")]
    [InlineData("btc%2Fusdt", "BTCUSDT")]
    [InlineData("btc%2fusdt", "BTCUSDT")]
    [InlineData("BTC-USDT", "BTCUSDT")]
    [InlineData("btc_usdt", "BTCUSDT")]
    [InlineData("btcusdt_261225", "BTCUSDT_261225")]
    [InlineData("%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9Fusdt", "币安人生USDT")]
    public async Task Any_spelling_is_analysed_as_the_exchanges(string path, string symbol)
    {
        using var response = await _service.AnalyzeAsync(path);

        var data = await response.ShouldSucceedAsync();
        data.GetProperty("symbol").GetString().ShouldBe(symbol);
        data.GetProperty("mark_price").GetDecimal().ShouldBe(100.5m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20")]
    [InlineData("BTC%20USDT")]
    [InlineData("BTCUSDT/")]
    [InlineData("btc//usdt")]
    [InlineData("BTCUSDT/ETHUSDT/")]
    [InlineData("..%2f")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("%252e%252e%252f")]
    [InlineData("..%5c")]
    [InlineData("BTCUSDT%0d%0aX-Injected:%201")]
    [InlineData("%01")]
    [InlineData("%7f")]
    [InlineData("BTC%1bUSDT")]
    [InlineData("%E2%80%AEBTCUSDT")]
    [InlineData("%F0%9F%9A%80")]
    [InlineData("%25")]
    [InlineData("BTC%3CscriptUSDT")]
    [InlineData("BTC%22USDT")]
    [InlineData("BTC.USDT")]
    public async Task Rubbish_is_an_invalid_symbol(string path)
    {
        using var response = await _service.AnalyzeAsync(path);

        await response.ShouldFailAsync(400, "invalid_symbol");
        response.Headers.Contains("X-Injected").ShouldBeFalse();
    }

    [Theory]
    [InlineData(51)]
    [InlineData(300)]
    [InlineData(6_000)]
    public async Task Endless_symbol_is_invalid(int length)
    {
        using var response = await _service.AnalyzeAsync(new string('A', length));

        await response.ShouldFailAsync(400, "invalid_symbol");
    }

    [Theory]
    [InlineData("..%2f")]
    [InlineData("..%2F..%2fhealth")]
    [InlineData("BTC%2f..%2fUSDT")]
    [InlineData("%2e%2e%2f")]
    [InlineData("%01")]
    [InlineData("%0a")]
    [InlineData("%c0%ae%c0%ae")]
    [InlineData("%ff%fe")]
    [InlineData("%zz")]
    [InlineData("%")]
    [InlineData("BTC\tUSDT")]
    [InlineData("BTC\u0001USDT")]
    [InlineData("BTC\\USDT")]
    public async Task Path_trick_that_no_client_would_tidy_up_is_an_invalid_symbol(string path)
    {
        var answer = await RawHttp.GetAsync(_service.Http.BaseAddress!, $"/analyze/{path}");

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("application/problem+json");
        answer.ShouldContain("\"code\":\"invalid_symbol\"");
        ServiceAnswers.ShouldNameNoInternals(answer);
    }

    [Theory]
    [InlineData("/analyze/%00")]
    [InlineData("/analyze/BTC%00USDT")]
    [InlineData("/analyze/BTC\0USDT")]
    [InlineData("/analyze/BTC\u00ffUSDT")]
    [InlineData("/analyze/BTC USDT")]
    public async Task Request_that_the_server_itself_refuses_to_read_is_a_bare_400(string target)
    {
        var answer = await RawHttp.GetAsync(_service.Http.BaseAddress!, target);

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldEndWith("\r\n\r\n");
    }

    [Fact]
    public async Task Dot_segments_lead_where_they_say_and_nowhere_else()
    {
        (await RawHttp.GetAsync(_service.Http.BaseAddress!, "/analyze/../../../health/live")).ShouldStartWith("HTTP/1.1 200 ");
        (await RawHttp.GetAsync(_service.Http.BaseAddress!, "/analyze/../../../etc/passwd")).ShouldContain("\"code\":\"not_found\"");
    }

    [Theory]
    [InlineData("BTC", "BTCUSDC,BTCUSDT,BTCUSDT_261225")]
    [InlineData("PEPEUSDT", "1000PEPEUSDT")]
    [InlineData("BTCUSTD", "BTCUSDT,BTCUSDC")]
    [InlineData("XYZZY", "")]
    public async Task Symbol_that_is_not_listed_is_unknown_and_its_neighbours_are_named(string symbol, string closest)
    {
        using var response = await _service.AnalyzeAsync(symbol);

        var problem = await response.ShouldFailAsync(404, "unknown_symbol");
        var named = problem.GetProperty("closest_symbols").EnumerateArray().Select(item => item.GetString()!).ToArray();
        string.Join(',', named).ShouldBe(closest);
        named.ShouldAllBe(name => problem.GetProperty("detail").GetString()!.Contains(name));
    }

    [Fact]
    public async Task Symbols_that_cannot_be_cost_the_exchange_nothing()
    {
        (await _service.AnalyzeAsync("BTCUSDT")).Dispose();
        var before = healthy.Exchange.Calls.Count;

        (await _service.AnalyzeAsync("..%2f")).Dispose();
        (await _service.AnalyzeAsync("XYZZY")).Dispose();
        (await _service.BatchAsync("""{"symbols":["XYZZY","?"]}""")).Dispose();

        healthy.Exchange.Calls.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Fault_of_our_own_is_an_internal_error_whose_cause_is_only_in_the_log()
    {
        using var response = await _service.AnalyzeAsync("BUGUSDT");

        await response.ShouldFailAsync(500, "internal_error");
        _service.Log.Of(LogLevel.Error).ShouldContain(line => line.Contains(StubAnalyzer.Bug));
    }

    [Theory]
    [InlineData("POST", "/analyze/BTCUSDT", 405, "method_not_allowed")]
    [InlineData("DELETE", "/analyze/BTCUSDT", 405, "method_not_allowed")]
    [InlineData("GET", "/batch", 405, "method_not_allowed")]
    [InlineData("GET", "/nowhere", 404, "not_found")]
    public async Task Wrong_method_or_path_is_a_problem_too(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _service.Http.SendAsync(request);

        await response.ShouldFailAsync(status, code);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    public async Task Errors_are_problem_documents_whatever_the_caller_accepts(string accepted)
    {
        foreach (var (path, status, code) in new[] { ("/analyze/..%2f", 400, "invalid_symbol"), ("/nowhere", 404, "not_found"), ("/analyze/BUGUSDT", 500, "internal_error") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accepted);
            using var response = await _service.Http.SendAsync(request);

            await response.ShouldFailAsync(status, code);
        }
    }
}
