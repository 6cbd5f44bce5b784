using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What a health probe and an analysis learn in passing.</summary>
public sealed class ExchangeStatusTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly BinanceUnderTest _binance = new();

    public void Dispose() => _binance.Dispose();

    [Fact]
    public void Status_is_unknown_before_the_first_call()
    {
        _binance.Status.Current.ShouldBe(new ExchangeStatusReading(null, null, null));
        _binance.Status.Current.IsAnswering.ShouldBeFalse();
    }

    [Fact]
    public async Task Status_follows_the_latest_answer()
    {
        var started = _binance.Clock.GetUtcNow();
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await _binance.Futures.GetTimeAsync(default);
        _binance.Status.Current.ShouldBe(new ExchangeStatusReading(started, null, null));
        _binance.Status.Current.IsAnswering.ShouldBeTrue();

        _binance.Clock.Advance(Minute);
        var failure = await _binance.FailureOf(Reply.Html(502));
        var failed = _binance.Clock.GetUtcNow();
        _binance.Status.Current.ShouldBe(new ExchangeStatusReading(started, failed, failure));
        _binance.Status.Current.IsAnswering.ShouldBeFalse();

        _binance.Clock.Advance(Minute);
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await _binance.Futures.GetTimeAsync(default);
        _binance.Status.Current.ShouldBe(new ExchangeStatusReading(failed + Minute, failed, failure));
        _binance.Status.Current.IsAnswering.ShouldBeTrue();
    }

    [Theory]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""", true)]
    [InlineData(400, """{"code":-4108,"msg":"Symbol is closed."}""", true)]
    [InlineData(400, """{"code":-1120,"msg":"Invalid interval."}""", true)]
    [InlineData(429, "{}", false)]
    [InlineData(418, "{}", false)]
    [InlineData(403, "", false)]
    [InlineData(451, """{"code":0,"msg":"Service unavailable from a restricted location."}""", false)]
    [InlineData(503, "", false)]
    [InlineData(200, "<html>", false)]
    public async Task Exchange_that_says_a_request_is_wrong_is_answering(int status, string body, bool answering)
    {
        await _binance.FailureOf(Reply.Json(body, status));

        _binance.Status.Current.IsAnswering.ShouldBe(answering);
    }

    [Fact]
    public async Task Refusal_of_our_own_says_nothing_of_the_exchange()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await _binance.Futures.GetTimeAsync(default);
        var before = _binance.Status.Current;
        _binance.Clock.Advance(Minute);
        _binance.Budget.Correct(RateScope.FuturesWeight, 2400, _binance.Clock.GetTimestamp());

        (await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTickers24hAsync(default))).Kind.ShouldBe(BinanceErrorKind.RateLimited);

        _binance.Status.Current.ShouldBe(before);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(418)]
    [InlineData(403)]
    [InlineData(451)]
    public async Task Closed_scope_keeps_the_exchange_failing_and_is_no_failure_of_its_own(int status)
    {
        await _binance.FailureOf(Reply.Json("{}", status));
        var (failed, since) = (_binance.Status.Current, _binance.Status.FailingSince);
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _binance.FailureOf(Reply.Json(BinanceUnderTest.TimeBody))).ClosedByStatus.ShouldBe(status);

        (_binance.Status.Current, _binance.Status.FailingSince).ShouldBe((failed, since));
        _binance.Status.Current.IsAnswering.ShouldBeFalse();
    }

    [Theory]
    [InlineData(429, BinanceErrorKind.RateLimited)]
    [InlineData(418, BinanceErrorKind.Banned)]
    public async Task Call_under_way_that_passes_after_the_refusal_does_not_make_a_closed_exchange_well(int status, BinanceErrorKind kind)
    {
        var answer = new TaskCompletionSource();
        _binance.Exchange.On(
            BinanceUnderTest.Time,
            async _ =>
            {
                await answer.Task;
                return await Reply.Json(BinanceUnderTest.TimeBody)(default);
            },
            Reply.Json("{}", status));
        var passing = _binance.Futures.GetTimeAsync(default);
        await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTimeAsync(default));
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));
        answer.SetResult();
        await passing.WaitAsync(TimeSpan.FromSeconds(30));
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTimeAsync(default));

        _binance.Status.Current.IsAnswering.ShouldBeFalse();
        _binance.Status.Current.Failure!.Kind.ShouldBe(kind);
        _binance.Status.FailingSince.ShouldBe(_binance.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Source_is_who_gave_the_last_good_answer()
    {
        _binance.Source.Name.ShouldBe("binance");
        _binance.Exchange.On(
            BinanceUnderTest.Time,
            Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-Paper-Exchange", "simulated")),
            Reply.Json("{}", 400),
            Reply.Json(BinanceUnderTest.TimeBody));

        await _binance.Futures.GetTimeAsync(default);
        _binance.Source.Name.ShouldBe("paper-simulated");
        await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTimeAsync(default));
        _binance.Source.Name.ShouldBe("paper-simulated", "an error may come from a machine in between");
        await _binance.Futures.GetTimeAsync(default);
        _binance.Source.Name.ShouldBe("binance");
    }

    [Fact]
    public void Source_is_paper_when_one_of_the_hosts_is()
    {
        var source = new ExchangeSource();

        using var simulated = new HttpResponseMessage { Headers = { { ExchangeSource.PaperHeader, "simulated" } } };
        using var plain = new HttpResponseMessage();
        source.Observe(new Uri("http://paper:5010/fapi/v1/time"), simulated);
        source.Observe(new Uri("https://api.binance.com/api/v3/ticker/bookTicker"), plain);

        source.Name.ShouldBe("paper-simulated");
    }
}
