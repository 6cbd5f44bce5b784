using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>Timeouts, cancellation and the circuit breaker, on a clock that the test moves.</summary>
public sealed class TimingTests : IDisposable
{
    private const int BreakerThreshold = 20;

    private readonly BinanceUnderTest _binance = new(("AttemptTimeoutSeconds", "3"), ("TotalTimeoutSeconds", "7"));

    public static TheoryData<bool> SilenceOrStalledBody => [true, false];

    public void Dispose() => _binance.Dispose();

    [Theory]
    [MemberData(nameof(SilenceOrStalledBody))]
    public async Task Attempt_that_hangs_is_given_up_and_tried_again(bool bodyStalls)
    {
        var start = _binance.Clock.GetUtcNow();
        _binance.Exchange.On(BinanceUnderTest.Time, bodyStalls ? Reply.StalledBody : Reply.Silence, Reply.Json(BinanceUnderTest.TimeBody));

        var time = await _binance.Run(() => _binance.Futures.GetTimeAsync(default));

        time.Time.ShouldBe(1789478299014);
        _binance.Exchange.Requests.Count.ShouldBe(2);
        (_binance.Clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Theory]
    [MemberData(nameof(SilenceOrStalledBody))]
    public async Task Call_whose_attempts_all_hang_ends_at_the_total_timeout(bool bodyStalls)
    {
        var start = _binance.Clock.GetUtcNow();

        var failure = await _binance.FailureOf(bodyStalls ? Reply.StalledBody : Reply.Silence);

        (failure.Kind, failure.Status, failure.CanRetry, failure.RetryAfter).ShouldBe((BinanceErrorKind.Timeout, null, true, null));
        _binance.Exchange.Requests.Count.ShouldBeInRange(2, 3);
        (_binance.Clock.GetUtcNow() - start).ShouldBeInRange(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Caller_that_cancels_during_an_attempt_is_told_so()
    {
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(1), _binance.Clock);
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Silence);

        await Should.ThrowAsync<OperationCanceledException>(() => _binance.Run(() => _binance.Futures.GetTimeAsync(caller.Token)));

        _binance.Exchange.Requests.Count.ShouldBe(1);
        _binance.Status.Current.ShouldBe(new ExchangeStatusReading(null, null, null));
    }

    [Fact]
    public async Task Caller_that_has_cancelled_sends_nothing()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));

        await Should.ThrowAsync<OperationCanceledException>(() => _binance.Run(() => _binance.Futures.GetTimeAsync(new CancellationToken(canceled: true))));

        _binance.Exchange.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, "{ broken")]
    [InlineData(400, "{}")]
    [InlineData(503, "")]
    public async Task Caller_that_cancels_while_the_call_fails_is_told_so(int status, string body)
    {
        using var caller = new CancellationTokenSource();
        _binance.Exchange.On(BinanceUnderTest.Time, token =>
        {
            caller.Cancel();
            return Reply.Json(body, status)(token);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => _binance.Run(() => _binance.Futures.GetTimeAsync(caller.Token)));
    }

    [Fact]
    public async Task Caller_that_cancels_while_waiting_for_budget_is_told_so_and_spends_none()
    {
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), _binance.Clock);
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        _binance.Spend(RateScope.FuturesWeight);
        _binance.Clock.Advance(TimeSpan.FromSeconds(59));

        await Should.ThrowAsync<OperationCanceledException>(() => _binance.Run(() => _binance.Futures.GetTimeAsync(caller.Token)));
        _binance.Clock.Advance(TimeSpan.FromHours(1));

        _binance.Exchange.Requests.ShouldBeEmpty();
        var weight = _binance.Budget.Read()[0];
        weight.Left.ShouldBe(weight.Planned);
    }

    [Fact]
    public async Task Breaker_opens_after_many_failures_and_closes_once_the_exchange_is_back()
    {
        for (var sent = 0; sent < BreakerThreshold; sent = _binance.Exchange.Requests.Count)
        {
            (await _binance.FailureOf(Reply.Html(502))).Kind.ShouldBe(BinanceErrorKind.Unavailable);
        }

        var asked = _binance.Exchange.Requests.Count;
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var refused = await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTimeAsync(default));

        (refused.Kind, refused.Status, refused.CanRetry).ShouldBe((BinanceErrorKind.Unavailable, null, true));
        refused.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(2));
        _binance.Exchange.Requests.Count.ShouldBe(asked);

        _binance.Clock.Advance(refused.RetryAfter.Value);
        (await _binance.Futures.GetTimeAsync(default)).Time.ShouldBe(1789478299014);
        (await _binance.Futures.GetTimeAsync(default)).Time.ShouldBe(1789478299014);
        _binance.Exchange.Requests.Count.ShouldBe(asked + 2);
    }

    [Fact]
    public async Task Breaker_of_futures_leaves_spot_alone()
    {
        while (_binance.Exchange.Requests.Count < BreakerThreshold)
        {
            await _binance.FailureOf(Reply.Html(502));
        }

        _binance.Exchange.On("/api/v3/ticker/price", Reply.Json("[]"));

        (await _binance.Spot.GetPricesAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Breaker_does_not_count_requests_that_were_wrong()
    {
        for (var call = 0; call < 2 * BreakerThreshold; call++)
        {
            (await _binance.FailureOf(Reply.Json("""{"code":-1121,"msg":"Invalid symbol."}""", 400))).Kind.ShouldBe(BinanceErrorKind.UnknownSymbol);
        }

        _binance.Exchange.Requests.Count.ShouldBe(2 * BreakerThreshold);
    }

    [Fact]
    public async Task Breaker_stays_closed_while_a_third_of_the_calls_fail()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, [.. Enumerable.Range(0, 10 * BreakerThreshold).Select(index => index % 3 == 0 ? Reply.Html(502) : Reply.Json(BinanceUnderTest.TimeBody))]);

        for (var call = 0; call < 5 * BreakerThreshold; call++)
        {
            (await _binance.Run(() => _binance.Futures.GetTimeAsync(default))).Time.ShouldBe(1789478299014);
        }
    }

    [Fact]
    public async Task Breaker_of_dead_statistics_leaves_prices_alone()
    {
        _binance.Exchange.On("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m", Reply.Html(500));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        BinanceException failure;
        do
        {
            failure = await _binance.FailureOf(Statistics);
        }
        while (failure.Status is not null);

        failure.Message.ShouldContain("recent calls failed");
        failure.WasNotSent.ShouldBeTrue();
        (await _binance.Run(() => _binance.Futures.GetTimeAsync(default))).Time.ShouldBe(1789478299014);

        Task<Models.OpenInterestPoint[]> Statistics() =>
            _binance.Futures.GetOpenInterestHistoryAsync("BTCUSDT", Queries.StatisticsPeriod.FiveMinutes, default, default);
    }
}
