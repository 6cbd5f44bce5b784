using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Routes;

public sealed class ExchangeFailureTests
{
    // Attempts are repeated after waits on the system's clock: a short limit for each keeps the tests short.
    private static readonly string[] Impatient = ["--Binance:AttemptTimeoutSeconds", "0.4", "--Binance:TotalTimeoutSeconds", "6"];

    // Nothing is asked for so many seconds after a 451, which names no time and tells the caller none.
    private const int UntoldPause = 5;

    public static TheoryData<string, int, string, int?> Failures => new()
    {
        { "html", 502, "upstream_unavailable", null },
        { "empty object", 502, "upstream_unavailable", null },
        { "null list", 502, "upstream_unavailable", null },
        { "list of null", 502, "upstream_unavailable", null },
        { "array", 502, "upstream_unavailable", null },
        { "null", 502, "upstream_unavailable", null },
        { "nothing", 502, "upstream_unavailable", null },
        { "half", 502, "upstream_unavailable", null },
        { "redirect", 502, "upstream_unavailable", null },
        { "429", 503, "upstream_rate_limited", 60 },
        { "429 for 17 s", 503, "upstream_rate_limited", 17 },
        { "418", 503, "upstream_rate_limited", 120 },
        { "418 for 300 s", 503, "upstream_rate_limited", 300 },
        { "403", 503, "upstream_rate_limited", 30 },
        { "202", 503, "upstream_rate_limited", 30 },
        { "451", 503, "upstream_restricted_location", null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_before_there_is_a_list_of_symbols_is_told_and_passes_by_itself(string failure, int status, string code, int? retryAfter)
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync(Answer(failure));
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);

        using (var failed = await service.AnalyzeAsync("BTCUSDT"))
        {
            await failed.ShouldFailAsync(status, code);
            failed.Headers.RetryAfter?.Delta.ShouldBe(retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
            (failed.Headers.RetryAfter is null).ShouldBe(retryAfter is null);
        }

        exchange.Answer(ExchangeAnswers.Well);
        clock.Advance(TimeSpan.FromSeconds(retryAfter ?? UntoldPause));

        using var recovered = await service.AnalyzeAsync("BTCUSDT");
        await recovered.ShouldSucceedAsync();
        service.Log.Of(LogLevel.Error).Concat(service.Log.Of(LogLevel.Critical)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_of_an_analysis_is_told_and_passes_by_itself(string failure, int status, string code, int? retryAfter)
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        exchange.Answer(ExchangeAnswers.WellExceptPrices(Answer(failure)));

        using (var failed = await service.AnalyzeAsync("BTCUSDT"))
        {
            await failed.ShouldFailAsync(status, code);
        }

        using (var batch = await service.BatchAsync("""{"symbols":["BTCUSDT","XYZZY"]}"""))
        {
            var results = (await batch.ShouldSucceedAsync()).GetProperty("results");
            results[0].GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
            results[1].GetProperty("error").GetProperty("code").GetString().ShouldBe("unknown_symbol");
            ServiceAnswers.ShouldNameNoInternals(results.GetRawText());
        }

        exchange.Answer(ExchangeAnswers.Well);
        clock.Advance(TimeSpan.FromSeconds(retryAfter ?? UntoldPause));

        using var recovered = await service.AnalyzeAsync("BTCUSDT");
        await recovered.ShouldSucceedAsync();
    }

    [Theory]
    [InlineData("down", 502, "upstream_unavailable")]
    [InlineData("500", 502, "upstream_unavailable")]
    [InlineData("503", 502, "upstream_unavailable")]
    [InlineData("silent", 504, "upstream_timeout")]
    [InlineData("408", 504, "upstream_timeout")]
    public async Task Failure_that_is_tried_again_first_is_told_and_passes_by_itself(string failure, int status, string code)
    {
        await using var exchange = await StubExchange.StartAsync(Answer(failure));
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock: null, Impatient);

        using (var failed = await service.AnalyzeAsync("BTCUSDT"))
        {
            await failed.ShouldFailAsync(status, code);
        }

        exchange.Answer(ExchangeAnswers.Well);

        using var recovered = await service.AnalyzeAsync("BTCUSDT");
        await recovered.ShouldSucceedAsync();
    }

    [Fact]
    public async Task Exchange_that_nobody_listens_for_is_unavailable()
    {
        await using var service = await AnalysisService.StartAsync("http://127.0.0.1:1", clock: null, Impatient);

        using var response = await service.AnalyzeAsync("BTCUSDT");

        await response.ShouldFailAsync(502, "upstream_unavailable");
    }

    [Fact]
    public async Task Bad_symbol_is_told_even_while_the_exchange_is_down()
    {
        await using var exchange = await StubExchange.StartAsync(ExchangeAnswers.Silent);
        await using var service = await AnalysisService.StartAsync(exchange.Url, new PausingClock());

        using var response = await service.AnalyzeAsync("..%2f");

        await response.ShouldFailAsync(400, "invalid_symbol");
    }

    [Fact]
    public async Task Known_list_of_symbols_outlives_an_outage()
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        exchange.Answer(ExchangeAnswers.Html);
        clock.Advance(TimeSpan.FromHours(1));

        using var response = await service.AnalyzeAsync("XYZZY");

        await response.ShouldFailAsync(404, "unknown_symbol");
    }

    [Fact]
    public async Task Empty_list_does_not_replace_the_known_one()
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        exchange.Answer(context => context.Request.Path == "/fapi/v1/exchangeInfo"
            ? ExchangeAnswers.Text(StatusCodes.Status200OK, """{"symbols":[]}""")(context)
            : ExchangeAnswers.Well(context));
        clock.Advance(TimeSpan.FromHours(1));

        using var response = await service.AnalyzeAsync("BTCUSDT");

        await response.ShouldSucceedAsync();
    }

    [Fact]
    public async Task Analysis_that_takes_too_long_is_a_timeout()
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        var answer = service.AnalyzeAsync("SLOWUSDT");
        await service.Analyzer.SlowBegan.Task;

        clock.Advance(TimeSpan.FromSeconds(8.9));
        answer.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(0.1));

        using var response = await answer;
        await response.ShouldFailAsync(504, "upstream_timeout");
        await service.Analyzer.SlowEnded.Task;
    }

    [Fact]
    public async Task Slow_symbol_of_a_batch_does_not_fail_the_rest()
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        using var warm = await service.BatchAsync("""{"symbols":["BTCUSDT","ETHUSDT"]}""");
        var answer = service.BatchAsync("""{"symbols":["XYZZY","SLOWUSDT"]}""");
        await service.Analyzer.SlowBegan.Task;
        clock.Advance(TimeSpan.FromSeconds(9));

        using var response = await answer;

        var results = (await response.ShouldSucceedAsync()).GetProperty("results");
        results[0].GetProperty("error").GetProperty("code").GetString().ShouldBe("unknown_symbol");
        results[1].GetProperty("error").GetProperty("code").GetString().ShouldBe("upstream_timeout");
    }

    [Fact]
    public async Task Client_that_hangs_up_harms_nobody_and_its_analysis_ends_with_its_time()
    {
        var clock = new PausingClock();
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        var server = service.Http.BaseAddress!;

        await using (await RawHttp.OpenAsync(server, $"GET /analyze/SLOWUSDT HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n"))
        {
            await service.Analyzer.SlowBegan.Task;
        }

        using var response = await service.AnalyzeAsync("BTCUSDT");
        await response.ShouldSucceedAsync();
        clock.Advance(TimeSpan.FromSeconds(9));
        await service.Analyzer.SlowEnded.Task;
        service.Log.Of(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_that_hangs_up_in_the_middle_of_its_body_harms_nobody()
    {
        await using var exchange = await StubExchange.StartAsync();
        await using var service = await AnalysisService.StartAsync(exchange.Url, new PausingClock());
        var server = service.Http.BaseAddress!;

        await using (await RawHttp.OpenAsync(
            server, $"POST /batch HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"symbols\":["))
        {
        }

        using var response = await service.AnalyzeAsync("BTCUSDT");
        await response.ShouldSucceedAsync();
        await service.StopAsync();
        service.Log.Of(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stop_in_the_middle_of_a_call_to_the_exchange_is_clean()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var exchange = await StubExchange.StartAsync(context =>
        {
            asked.TrySetResult();
            return ExchangeAnswers.Silent(context);
        });
        await using var service = await AnalysisService.StartAsync(exchange.Url, new PausingClock());
        await asked.Task;

        await service.StopAsync();

        service.Log.Of(LogLevel.Error).Concat(service.Log.Of(LogLevel.Critical)).ShouldBeEmpty();
    }

    private static RequestDelegate Answer(string failure) => failure switch
    {
        "html" => ExchangeAnswers.Html,
        "empty object" => ExchangeAnswers.Text(200, "{}"),
        "null list" => ExchangeAnswers.Text(200, """{"symbols":null}"""),
        "list of null" => ExchangeAnswers.Text(200, """{"symbols":[null]}"""),
        "array" => ExchangeAnswers.Text(200, "[]"),
        "null" => ExchangeAnswers.Text(200, "null"),
        "nothing" => ExchangeAnswers.Text(200, string.Empty),
        "half" => ExchangeAnswers.Text(200, """{"symbols":[{"symbol":"BTCU"""),
        "redirect" => ExchangeAnswers.Text(302, "elsewhere", "text/plain"),
        "429" => ExchangeAnswers.Refusal(429),
        "429 for 17 s" => ExchangeAnswers.Refusal(429, 17),
        "418" => ExchangeAnswers.Refusal(418),
        "418 for 300 s" => ExchangeAnswers.Refusal(418, 300),
        "403" => ExchangeAnswers.Text(403, "<html>Forbidden</html>", "text/html"),
        "202" => ExchangeAnswers.Text(202, string.Empty, "text/html"),
        "451" => ExchangeAnswers.Text(451, "<html>Unavailable For Legal Reasons</html>", "text/html"),
        "408" => ExchangeAnswers.Refusal(408),
        "500" => ExchangeAnswers.Text(500, "<html>secret-of-the-exchange</html>", "text/html"),
        "503" => ExchangeAnswers.Refusal(503),
        "down" => ExchangeAnswers.Down,
        "silent" => ExchangeAnswers.Silent,
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };
}
