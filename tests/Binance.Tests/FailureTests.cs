using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What becomes of answers that are no data, and how often each is asked for again.</summary>
public sealed class FailureTests : IDisposable
{
    private const int Once = 1;
    private const int WithRetries = 3;

    private readonly BinanceUnderTest _binance = new();

    public void Dispose() => _binance.Dispose();

    [Theory]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""", BinanceErrorKind.UnknownSymbol, -1121, false, null, Once)]
    [InlineData(400, """{"msg":"Invalid symbol.","code":"-1121"}""", BinanceErrorKind.UnknownSymbol, -1121, false, null, Once)]
    [InlineData(400, """{"code":-4108,"msg":"Symbol is on delivering or delivered or settling or closed or pre-trading."}""", BinanceErrorKind.SymbolNotTrading, -4108, false, null, Once)]
    [InlineData(400, """{"code":-1120,"msg":"Invalid interval."}""", BinanceErrorKind.InvalidRequest, -1120, false, null, Once)]
    [InlineData(400, """{"msg":"parameter 'startTime' is invalid.","code":-1130}""", BinanceErrorKind.InvalidRequest, -1130, false, null, Once)]
    [InlineData(400, """{"code":-4104,"msg":"Invalid contract type"}""", BinanceErrorKind.InvalidRequest, -4104, false, null, Once)]
    [InlineData(400, """{"code":-1003,"msg":"Too many requests."}""", BinanceErrorKind.RateLimited, -1003, true, null, Once)]
    [InlineData(400, "[]", BinanceErrorKind.InvalidRequest, null, false, null, Once)]
    [InlineData(400, "null", BinanceErrorKind.InvalidRequest, null, false, null, Once)]
    [InlineData(401, """{"code":-2014,"msg":"API-key format invalid."}""", BinanceErrorKind.InvalidRequest, -2014, false, null, Once)]
    [InlineData(404, Reply.FirewallPage, BinanceErrorKind.InvalidRequest, null, false, null, Once)]
    [InlineData(451, """{"code":0,"msg":"Service unavailable from a restricted location according to 'b. Eligibility'."}""", BinanceErrorKind.RestrictedLocation, 0, false, null, Once)]
    [InlineData(429, """{"code":-1003,"msg":"Too many requests; current limit of IP(1.2.3.4) is 2400 requests per minute."}""", BinanceErrorKind.RateLimited, -1003, true, null, Once)]
    [InlineData(418, """{"code":-1003,"msg":"Way too many requests; IP(1.2.3.4) banned until 1789478490000. Please use the websocket."}""", BinanceErrorKind.Banned, -1003, true, 90, Once)]
    [InlineData(418, """{"code":-1003,"msg":"Way too much request weight used; IP banned until 1789478490000."}""", BinanceErrorKind.Banned, -1003, true, 90, Once)]
    [InlineData(418, """{"code":-1003,"msg":"IP banned until 1789478399999."}""", BinanceErrorKind.Banned, -1003, true, 0, Once)]
    [InlineData(418, "", BinanceErrorKind.Banned, null, true, null, Once)]
    [InlineData(403, Reply.FirewallPage, BinanceErrorKind.Blocked, null, true, 30, Once)]
    [InlineData(202, "", BinanceErrorKind.Blocked, null, true, 30, Once)]
    [InlineData(301, "", BinanceErrorKind.MalformedResponse, null, true, null, Once)]
    [InlineData(204, "", BinanceErrorKind.MalformedResponse, null, true, null, Once)]
    [InlineData(408, """{"code":-1007,"msg":"Timeout waiting for response from backend server."}""", BinanceErrorKind.Timeout, -1007, true, null, WithRetries)]
    [InlineData(500, Reply.FirewallPage, BinanceErrorKind.Unavailable, null, true, null, WithRetries)]
    [InlineData(502, Reply.FirewallPage, BinanceErrorKind.Unavailable, null, true, null, WithRetries)]
    [InlineData(503, """{"code":-1008,"msg":"Request throttled by system-level protection."}""", BinanceErrorKind.Unavailable, -1008, true, null, WithRetries)]
    [InlineData(503, "Service Unavailable.", BinanceErrorKind.Unavailable, null, true, null, WithRetries)]
    [InlineData(200, """{"serverTime":17894""", BinanceErrorKind.MalformedResponse, null, true, null, Once)]
    [InlineData(200, Reply.FirewallPage, BinanceErrorKind.MalformedResponse, null, true, null, Once)]
    [InlineData(200, "", BinanceErrorKind.MalformedResponse, null, true, null, Once)]
    public async Task Answer_without_data_says_why(
        int status, string body, BinanceErrorKind kind, int? code, bool canRetry, int? retryAfterSeconds, int requests)
    {
        var failure = await _binance.FailureOf(Reply.With(status, () => new StringContent(body, Encoding.UTF8, "text/html")));

        failure.Kind.ShouldBe(kind);
        failure.Path.ShouldBe(BinanceUnderTest.Time);
        failure.Message.ShouldStartWith(BinanceUnderTest.Time + ": ");
        failure.Status.ShouldBe(status == 200 ? null : status);
        failure.Code.ShouldBe(code);
        failure.CanRetry.ShouldBe(canRetry);
        failure.RetryAfter.ShouldBe(retryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        _binance.Exchange.Requests.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(418, "259200", 259200)]
    [InlineData(403, "12", 12)]
    [InlineData(503, "5", 5)]
    [InlineData(429, "Tue, 15 Sep 2026 14:00:45 GMT", 2445)]
    [InlineData(429, "Tue, 15 Sep 2026 13:00:00 GMT", 0)]
    [InlineData(429, "soon", null)]
    [InlineData(429, "-7", null)]
    public async Task RetryAfter_header_says_for_how_long(int status, string header, int? seconds)
    {
        var failure = await _binance.FailureOf(Reply.Json("{}", status, ("Retry-After", header)));

        failure.RetryAfter.ShouldBe(seconds is { } time ? TimeSpan.FromSeconds(time) : null);
    }

    [Fact]
    public async Task Message_carries_what_the_exchange_said() =>
        (await _binance.FailureOf(Reply.Json("""{"code":-1120,"msg":"Invalid interval."}""", 400))).Message.ShouldBe("/fapi/v1/time: HTTP 400, Invalid interval.");

    [Fact]
    public async Task Charset_that_nobody_knows_does_not_matter()
    {
        var failure = await _binance.FailureOf(Reply.With(400, () =>
        {
            var content = new ByteArrayContent("""{"code":-1121,"msg":"Invalid symbol."}"""u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=klingon");
            return content;
        }));

        failure.Kind.ShouldBe(BinanceErrorKind.UnknownSymbol);
    }

    public static TheoryData<string> BrokenConnections => ["refused", "name", "tls", "reset", "ended"];

    [Theory]
    [MemberData(nameof(BrokenConnections))]
    public async Task Connection_that_fails_is_tried_again_and_then_unavailable(string how)
    {
        var failure = await _binance.FailureOf(Reply.Throw(how switch
        {
            "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused)),
            "name" => new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known"),
            "tls" => new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established", new AuthenticationException()),
            "reset" => new IOException("Connection reset by peer"),
            _ => new HttpIOException(HttpRequestError.ResponseEnded),
        }));

        (failure.Kind, failure.Status, failure.CanRetry, failure.RetryAfter).ShouldBe((BinanceErrorKind.Unavailable, null, true, null));
        failure.InnerException.ShouldNotBeNull();
        _binance.Exchange.Requests.Count.ShouldBe(WithRetries);
    }

    [Fact]
    public async Task Body_that_breaks_off_is_tried_again_and_then_unavailable()
    {
        var failure = await _binance.FailureOf(Reply.BrokenBody(new IOException("The response ended prematurely.")));

        failure.Kind.ShouldBe(BinanceErrorKind.Unavailable);
        _binance.Exchange.Requests.Count.ShouldBe(WithRetries);
    }

    [Fact]
    public async Task Body_that_cannot_be_decompressed_is_malformed()
    {
        var failure = await _binance.FailureOf(Reply.BrokenBody(new InvalidDataException("The archive entry was compressed using an unsupported method.")));

        failure.Kind.ShouldBe(BinanceErrorKind.MalformedResponse);
        _binance.Exchange.Requests.Count.ShouldBe(Once);
    }

    [Fact]
    public async Task Failure_that_passes_is_made_good_by_a_retry()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Html(502), Reply.Throw(new HttpRequestException("Connection refused")), Reply.Json(BinanceUnderTest.TimeBody));

        var time = await _binance.Run(() => _binance.Futures.GetTimeAsync(default));

        time.Time.ShouldBe(1789478299014);
        _binance.Exchange.Requests.Count.ShouldBe(WithRetries);
    }

    [Fact]
    public async Task Defect_of_ours_is_not_passed_off_as_the_exchanges() =>
        await Should.ThrowAsync<InvalidOperationException>(() => _binance.Run(() => _binance.Futures.GetTimeAsync(default)));
}
