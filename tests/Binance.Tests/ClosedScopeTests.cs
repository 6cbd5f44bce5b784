using System.Globalization;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>After the exchange has said stop, nothing is sent in that scope until the time it named; the others go on.</summary>
public sealed class ClosedScopeTests : IDisposable
{
    private const string BannedFor90Seconds = """{"code":-1003,"msg":"Way too many requests; IP(1.2.3.4) banned until 1789478490000. Please use the websocket for live updates to avoid bans."}""";

    private readonly BinanceUnderTest _binance = new();

    public void Dispose() => _binance.Dispose();

    [Theory]
    [InlineData(429, "{}", "20", 20)]
    [InlineData(429, "{}", "0", 60)]
    [InlineData(403, "", "0", 60)]
    [InlineData(451, "{}", null, 5)]
    [InlineData(451, "{}", "600", 5)]
    [InlineData(429, "{}", null, 60)]
    [InlineData(429, BannedFor90Seconds, null, 90)]
    [InlineData(418, "{}", "180", 180)]
    [InlineData(418, BannedFor90Seconds, null, 90)]
    [InlineData(418, "", null, 120)]
    [InlineData(400, """{"code":-1003,"msg":"Too many requests."}""", null, 60)]
    [InlineData(403, Reply.FirewallPage, null, 30)]
    [InlineData(202, "", null, 30)]
    public async Task Scope_is_closed_until_the_time_named_and_open_after(int status, string body, string? retryAfter, int seconds)
    {
        var first = await _binance.FailureOf(retryAfter is null ? Reply.Json(body, status) : Reply.Json(body, status, ("Retry-After", retryAfter)));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));

        var refused = await Refused();
        (refused.Kind, refused.Status, refused.ClosedByStatus, refused.RetryAfter).ShouldBe((first.Kind, null, status, TimeSpan.FromSeconds(seconds)));
        var until = (_binance.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        refused.Message.ShouldBe($"/fapi/v1/time: not sent, FuturesWeight is closed until {until} UTC after HTTP {status}");
        _binance.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        (await Refused()).RetryAfter.ShouldBe(TimeSpan.FromMilliseconds(1));
        _binance.Exchange.Requests.Count.ShouldBe(1);

        _binance.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await _binance.Futures.GetTimeAsync(default)).Time.ShouldBe(1789478299014);
        _binance.Exchange.Requests.Count.ShouldBe(2);
    }

    public static TheoryData<RateScope> Scopes => [.. Enum.GetValues<RateScope>()];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Only_the_scope_that_was_refused_is_closed(RateScope refused)
    {
        Answer(Reply.Json("{}", 429, ("Retry-After", "30")));
        await _binance.FailureOf(() => Call(refused));
        Answer(Reply.Json("[]"), website: Reply.Json("""{"code":"000000","data":{"brackets":[]}}"""));

        foreach (var scope in Enum.GetValues<RateScope>())
        {
            if (scope == refused)
            {
                (await _binance.FailureOf(() => Call(scope))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
            }
            else
            {
                (await _binance.Run(() => Call(scope))).ShouldBe(0);
            }
        }

        _binance.Exchange.Requests.Count.ShouldBe(Enum.GetValues<RateScope>().Length);
        var closed = _binance.Budget.Read().Where(reading => reading.ClosedFor is not null).ShouldHaveSingleItem();
        (closed.Rule.Scope, closed.ClosedBecause).ShouldBe((refused, BinanceErrorKind.RateLimited));
    }

    [Fact]
    public async Task Calls_that_are_refused_while_closed_spend_no_budget()
    {
        await _binance.FailureOf(Reply.Json("{}", 429));
        var left = _binance.Budget.Read()[0].Left;

        for (var call = 0; call < 100; call++)
        {
            await Refused();
        }

        _binance.Budget.Read()[0].Left.ShouldBe(left);
        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Shorter_pause_does_not_shorten_a_longer_one()
    {
        Close(BinanceErrorKind.Banned, 418, 100);
        Close(BinanceErrorKind.RateLimited, 429, 10);

        var refused = await Refused();
        (refused.Kind, refused.RetryAfter).ShouldBe((BinanceErrorKind.Banned, TimeSpan.FromSeconds(100)));
    }

    [Fact]
    public async Task Scope_closed_between_two_attempts_stops_the_second()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, token =>
        {
            Close(BinanceErrorKind.Banned, 418, 50);
            return Reply.Html(503)(token);
        });

        var failure = await _binance.FailureOf(() => _binance.Futures.GetTimeAsync(default));

        (failure.Kind, failure.ClosedByStatus).ShouldBe((BinanceErrorKind.Banned, 418));
        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_whose_scope_is_closed_while_it_waits_is_not_sent_and_gives_its_budget_back()
    {
        _binance.Take(RateScope.FuturesWeight, 720);
        _binance.Clock.Advance(TimeSpan.FromSeconds(59));

        var failure = await _binance.FailureOf(() =>
        {
            var waiting = _binance.Futures.GetTimeAsync(default);
            Close(BinanceErrorKind.RateLimited, 429, 30);
            return waiting;
        });

        failure.ClosedByStatus.ShouldBe(429);

        _binance.Exchange.Requests.ShouldBeEmpty();
        _binance.Budget.Read()[0].Left.ShouldBe(720);
    }

    [Fact]
    public async Task Operator_reads_once_that_a_scope_is_closed_and_once_that_it_is_open_again()
    {
        _binance.Exchange.On(
            BinanceUnderTest.Time,
            Reply.Json("""{"code":-1003,"msg":"Too many requests;\ncurrent limit is 2400."}""", 429, ("Retry-After", "20")),
            Reply.Json(BinanceUnderTest.TimeBody));
        await Refused();
        for (var call = 0; call < 5; call++)
        {
            await Refused();
        }

        _binance.Log.Lines.ShouldBe(
            ["Warning: FuturesWeight is closed until 2026-09-15 13:20:20 UTC: RateLimited, /fapi/v1/time: HTTP 429, Too many requests; current limit is 2400."]);

        _binance.Clock.Advance(TimeSpan.FromSeconds(20));
        await _binance.Futures.GetTimeAsync(default);
        await _binance.Futures.GetTimeAsync(default);

        _binance.Log.Lines.Skip(1).ShouldBe(["Information: FuturesWeight is open again"]);
    }

    [Fact]
    public void Operator_reads_of_another_refusal_only_if_it_is_of_another_kind_or_longer()
    {
        Close(BinanceErrorKind.RateLimited, 429, 20);
        _binance.Clock.Advance(TimeSpan.FromMilliseconds(10));
        Close(BinanceErrorKind.RateLimited, 429, 20);
        _binance.Log.Lines.Count.ShouldBe(1);
        Close(BinanceErrorKind.Banned, 418, 120);
        _binance.Log.Lines.Count.ShouldBe(2);
        _binance.Clock.Advance(TimeSpan.FromSeconds(120));
        Close(BinanceErrorKind.Banned, 418, 120);
        _binance.Log.Lines.Count.ShouldBe(2);
        _binance.Clock.Advance(TimeSpan.FromSeconds(120));
        Close(BinanceErrorKind.Banned, 418, 240);

        _binance.Log.Lines.Count.ShouldBe(3);
        _binance.Budget.Read()[0].ClosedFor.ShouldBe(TimeSpan.FromSeconds(240));
    }

    [Fact]
    public async Task Call_that_passes_while_the_scope_is_closed_does_not_open_it()
    {
        var answer = new TaskCompletionSource();
        _binance.Exchange.On(BinanceUnderTest.Time, async _ =>
        {
            await answer.Task;
            return await Reply.Json(BinanceUnderTest.TimeBody)(default);
        });
        var passing = _binance.Futures.GetTimeAsync(default);
        Close(BinanceErrorKind.Banned, 418, 120);
        answer.SetResult();
        await passing.WaitAsync(TimeSpan.FromSeconds(30));

        (await Refused()).Kind.ShouldBe(BinanceErrorKind.Banned);
        _binance.Log.Lines.ShouldHaveSingleItem();
    }

    private void Close(BinanceErrorKind kind, int status, double seconds) => _binance.Budget.Close(
        RateScope.FuturesWeight, new BinanceException(kind, BinanceUnderTest.Time, $"HTTP {status}") { Status = status }, TimeSpan.FromSeconds(seconds));

    private Task<BinanceException> Refused() => Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTimeAsync(default));

    private void Answer(
        Func<CancellationToken, Task<HttpResponseMessage>> answer, Func<CancellationToken, Task<HttpResponseMessage>>? website = null)
    {
        _binance.Exchange.On("/fapi/v1/ticker/bookTicker", answer);
        _binance.Exchange.On("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m", answer);
        _binance.Exchange.On("/fapi/v1/fundingInfo", answer);
        _binance.Exchange.On("/api/v3/ticker/price", answer);
        _binance.Exchange.On(WebsiteEndpoints.Brackets.Path, website ?? answer);
    }

    private async Task<int> Call(RateScope scope) => scope switch
    {
        RateScope.FuturesWeight => (await _binance.Futures.GetBookTickersAsync(default)).Length,
        RateScope.FuturesData => (await _binance.Futures.GetOpenInterestHistoryAsync("BTCUSDT", StatisticsPeriod.FiveMinutes, default, default)).Length,
        RateScope.FuturesFunding => (await _binance.Futures.GetFundingInfoAsync(default)).Length,
        RateScope.SpotWeight => (await _binance.Spot.GetPricesAsync(default)).Length,
        RateScope.Website => (await _binance.Website.GetBracketsAsync(default)).Count,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
