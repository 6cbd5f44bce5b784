using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What a health probe and an analysis learn in passing.</summary>
public sealed class ExchangeStatusTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly BinanceUnderTest binance = new();

    public void Dispose() => binance.Dispose();

    [Fact]
    public void Status_is_unknown_before_the_first_call()
    {
        binance.Status.Current.ShouldBe(new ExchangeStatusReading(null, null, null));
        binance.Status.Current.IsAnswering.ShouldBeFalse();
    }

    [Fact]
    public async Task Status_follows_the_latest_answer()
    {
        var started = binance.Clock.GetUtcNow();
        binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await binance.Futures.GetTimeAsync(default);
        binance.Status.Current.ShouldBe(new ExchangeStatusReading(started, null, null));
        binance.Status.Current.IsAnswering.ShouldBeTrue();

        binance.Clock.Advance(Minute);
        var failure = await binance.FailureOf(Reply.Html(502));
        var failed = binance.Clock.GetUtcNow();
        binance.Status.Current.ShouldBe(new ExchangeStatusReading(started, failed, failure));
        binance.Status.Current.IsAnswering.ShouldBeFalse();

        binance.Clock.Advance(Minute);
        binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await binance.Futures.GetTimeAsync(default);
        binance.Status.Current.ShouldBe(new ExchangeStatusReading(failed + Minute, failed, failure));
        binance.Status.Current.IsAnswering.ShouldBeTrue();
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
        await binance.FailureOf(Reply.Json(body, status));

        binance.Status.Current.IsAnswering.ShouldBe(answering);
    }

    [Fact]
    public async Task Refusal_of_our_own_says_nothing_of_the_exchange()
    {
        binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        await binance.Futures.GetTimeAsync(default);
        var before = binance.Status.Current;
        binance.Clock.Advance(Minute);
        binance.Budget.Correct(RateScope.FuturesWeight, 2400);

        (await Should.ThrowAsync<BinanceException>(() => binance.Futures.GetTickers24hAsync(default))).Kind.ShouldBe(BinanceErrorKind.RateLimited);

        binance.Status.Current.ShouldBe(before);
    }

    [Fact]
    public async Task Source_is_who_answered_last()
    {
        binance.Source.Name.ShouldBe("binance");
        binance.Exchange.On(
            BinanceUnderTest.Time,
            Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-Paper-Exchange", "simulated")),
            Reply.Json("{}", 400, ("x-paper-exchange", "recorded")),
            Reply.Json(BinanceUnderTest.TimeBody));

        await binance.Futures.GetTimeAsync(default);
        binance.Source.Name.ShouldBe("paper-simulated");
        await Should.ThrowAsync<BinanceException>(() => binance.Futures.GetTimeAsync(default));
        binance.Source.Name.ShouldBe("paper-recorded");
        await binance.Futures.GetTimeAsync(default);
        binance.Source.Name.ShouldBe("binance");
    }
}
