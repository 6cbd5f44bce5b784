using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What may be spent of Binance's limits.</summary>
public sealed class RateBudgetTests : IDisposable
{
    private const double Share = 0.3;
    private const string Statistics = "/futures/data/openInterestHist?symbol=BTCUSDT&period=5m";

    private readonly BinanceUnderTest _binance = new(("BudgetShare", Share.ToString(CultureInfo.InvariantCulture)), ("MaxBudgetWaitSeconds", "2"));

    public void Dispose() => _binance.Dispose();

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    public void Callers_that_take_all_they_get_stay_within_the_planned_share_of_any_window(double share)
    {
        foreach (var rule in RateLimitRule.All.Values)
        {
            var clock = new FakeTimeProvider();
            var budget = new ScopeBudget(rule, share, clock);
            var step = TimeSpan.FromMilliseconds(500);
            List<int> perStep = [];
            // An idle half window first, so that as much is left as can be.
            clock.Advance(rule.Window / 2);
            for (var time = TimeSpan.Zero; time < 3 * rule.Window; time += step)
            {
                var taken = 0;
                while (budget.TryTake(1, TimeSpan.Zero, out _) is not null)
                {
                    taken++;
                }

                perStep.Add(taken);
                clock.Advance(step);
            }

            var steps = (int)(rule.Window / step);
            var planned = (int)(rule.Limit * share);
            var fullest = Enumerable.Range(0, perStep.Count - steps).Max(first => perStep.Skip(first).Take(steps).Sum());
            fullest.ShouldBe(planned, $"{rule.Scope}");
            // And that again and again.
            perStep.Sum().ShouldBe(3 * planned, $"{rule.Scope}");
        }
    }

    [Fact]
    public void Dearest_call_fits_the_lowest_share()
    {
        using var binance = new BinanceUnderTest(("BudgetShare", "0.03"));

        foreach (var endpoint in BinanceUnderTest.Endpoints)
        {
            var left = binance.Budget.Read().Single(reading => reading.Rule.Scope == endpoint.Scope).Left;
            new[] { endpoint.Cost.Of(true, null), endpoint.Cost.Of(false, null), endpoint.Cost.Of(true, endpoint.Page?.Max) }.Max().ShouldBeLessThanOrEqualTo(left, endpoint.Path);
        }
    }

    [Fact]
    public async Task Calls_spend_what_the_catalogue_says_in_their_own_scope()
    {
        _binance.Exchange.On("/fapi/v1/ticker/24hr", Reply.Json("[]"));
        _binance.Exchange.On("/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=1500", Reply.Json("[]"));
        _binance.Exchange.On("/fapi/v1/klines?symbol=BTCUSDT&interval=5m", Reply.Json("[]"));
        _binance.Exchange.On("/futures/data/basis?pair=BTCUSDT&contractType=PERPETUAL&period=5m", Reply.Json("[]"));
        _binance.Exchange.On("/fapi/v1/fundingInfo", Reply.Json("[]"));
        _binance.Exchange.On("/fapi/v1/fundingRate?symbol=BTCUSDT", Reply.Json("[]"));
        _binance.Exchange.On("/api/v3/ticker/price", Reply.Json("[]"));
        _binance.Exchange.On(WebsiteEndpoints.Brackets.Path, Reply.Json("""{"code":"000000","data":{"brackets":[]}}"""));
        var before = _binance.Budget.Read();

        await _binance.Futures.GetTickers24hAsync(default);
        await _binance.Futures.GetKlinesAsync("BTCUSDT", KlineInterval.FiveMinutes, HistoryRange.Latest(1500), default);
        await _binance.Futures.GetKlinesAsync("BTCUSDT", KlineInterval.FiveMinutes, default, default);
        await _binance.Futures.GetBasisAsync("BTCUSDT", "PERPETUAL", StatisticsPeriod.FiveMinutes, default, default);
        await _binance.Futures.GetFundingInfoAsync(default);
        await _binance.Futures.GetFundingRatesAsync("BTCUSDT", default, default);
        await _binance.Spot.GetPricesAsync(default);
        await _binance.Website.GetBracketsAsync(default);

        before.Select(reading => reading.Planned).ShouldBe([720, 300, 150, 1800, 30]);
        before.Zip(_binance.Budget.Read(), (old, now) => old.Left - now.Left).ShouldBe([40 + 10 + 5, 1, 2, 4, 1]);
    }

    [Fact]
    public async Task Every_attempt_is_paid_for()
    {
        var before = _binance.Budget.Read()[0].Left;

        await _binance.FailureOf(Reply.Html(502));

        _binance.Exchange.Requests.Count.ShouldBe(3);
        _binance.Budget.Read()[0].Left.ShouldBe(before - 3);
    }

    [Fact]
    public async Task Retry_without_budget_is_not_sent()
    {
        _binance.Exchange.On("/fapi/v1/ticker/24hr", Reply.With(502, () => new StringContent(Reply.FirewallPage), ("X-MBX-USED-WEIGHT-1M", "2400")));

        var failure = await _binance.FailureOf(() => _binance.Futures.GetTickers24hAsync(default));

        (failure.Kind, failure.Status).ShouldBe((BinanceErrorKind.RateLimited, null));
        failure.Message.ShouldContain("our own budget of FuturesWeight is not enough for another attempt");
        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_waits_for_budget_that_comes_soon()
    {
        _binance.Spend(RateScope.FuturesWeight);
        _binance.Clock.Advance(TimeSpan.FromSeconds(58.5));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var start = _binance.Clock.GetUtcNow();

        await _binance.Run(() => _binance.Futures.GetTimeAsync(default));

        (_binance.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Call_whose_budget_comes_too_late_is_refused_at_once_and_told_when()
    {
        _binance.Spend(RateScope.FuturesWeight);
        _binance.Clock.Advance(TimeSpan.FromSeconds(50));

        var failure = await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTickers24hAsync(default));

        (failure.Kind, failure.Status, failure.ClosedByStatus, failure.CanRetry, failure.RetryAfter).ShouldBe((BinanceErrorKind.RateLimited, null, null, true, TimeSpan.FromSeconds(10)));
        failure.Message.ShouldContain("our own budget of FuturesWeight is spent");
        _binance.Exchange.Requests.ShouldBeEmpty();
        _binance.Clock.Advance(TimeSpan.FromSeconds(10));
        _binance.Exchange.On("/fapi/v1/ticker/24hr", Reply.Json("[]"));
        (await _binance.Futures.GetTickers24hAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Crowd_of_callers_is_served_within_the_longest_wait_and_the_rest_refused()
    {
        _binance.Take(RateScope.FuturesWeight, 5);
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));
        _binance.Take(RateScope.FuturesWeight, 3);
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));
        _binance.Spend(RateScope.FuturesWeight);
        _binance.Clock.Advance(TimeSpan.FromSeconds(57));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var start = _binance.Clock.GetUtcNow();

        var outcomes = await _binance.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Served())));

        // Five units come back after one second and three after two.
        outcomes.Count(served => served).ShouldBe(8);
        _binance.Exchange.Requests.Count.ShouldBe(8);
        (_binance.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(2));

        async Task<bool> Served()
        {
            try
            {
                await _binance.Futures.GetTimeAsync(default);
                return true;
            }
            catch (BinanceException failure) when (failure.Kind == BinanceErrorKind.RateLimited)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Callers_that_wait_for_one_scope_do_not_hold_up_another()
    {
        _binance.Take(RateScope.FuturesData, 300);
        _binance.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2));
        _binance.Exchange.On(Statistics, Reply.Json("[]"));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));

        var waiting = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => GetStatistics()));
        await _binance.Futures.GetTimeAsync(default);

        waiting.IsCompleted.ShouldBeFalse();
        _binance.Exchange.Requests.Count.ShouldBe(1);
        await _binance.Run(() => waiting);
        _binance.Exchange.Requests.Count.ShouldBe(201);
    }

    [Fact]
    public async Task Calls_beyond_those_that_may_run_and_wait_are_refused_at_once_and_spend_nothing()
    {
        using var binance = new BinanceUnderTest(("BudgetShare", "1"));
        var answer = new TaskCompletionSource();
        binance.Exchange.On(BinanceUnderTest.Time, async _ =>
        {
            await answer.Task;
            return await Reply.Json(BinanceUnderTest.TimeBody)(default);
        });

        var calls = Enumerable.Range(0, 600).Select(_ => binance.Futures.GetTimeAsync(default)).ToList();
        var refused = calls.Where(call => call.IsCompleted).ToList();

        refused.Count.ShouldBe(600 - 64 - 512);
        var failure = await Should.ThrowAsync<BinanceException>(refused[0]);
        (failure.Kind, failure.Status, failure.ClosedByStatus).ShouldBe((BinanceErrorKind.RateLimited, null, null));
        failure.Message.ShouldBe("/fapi/v1/time: not sent, too many calls of ours are waiting for their turn");
        binance.Exchange.Requests.Count.ShouldBe(64);
        binance.Budget.Read()[0].Left.ShouldBe(2400 - 64 - 512);
        answer.SetResult();
        await Task.WhenAll(calls.Except(refused)).WaitAsync(TimeSpan.FromSeconds(30));
        binance.Exchange.Requests.Count.ShouldBe(64 + 512);
    }

    [Fact]
    public async Task Call_that_was_held_up_counts_from_when_it_is_sent()
    {
        var answer = new TaskCompletionSource();
        _binance.Exchange.On(Statistics, async _ =>
        {
            await answer.Task;
            return await Reply.Json("[]")(default);
        });

        // Ten more than may run at once.
        var calls = Task.WhenAll(Enumerable.Range(0, 64 + 10).Select(_ => GetStatistics()));
        _binance.Clock.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult();
        await calls.WaitAsync(TimeSpan.FromSeconds(30));

        _binance.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2));
        var reading = _binance.Budget.Read()[1];
        reading.Left.ShouldBe(reading.Planned - 10);
    }

    [Fact]
    public async Task All_clients_of_a_process_share_one_budget()
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var (first, second) = (_binance.Futures, _binance.Futures);
        first.ShouldNotBeSameAs(second);
        var before = _binance.Budget.Read()[0].Left;

        await first.GetTimeAsync(default);
        await second.GetTimeAsync(default);

        _binance.Budget.Read()[0].Left.ShouldBe(before - 2);
    }

    [Theory]
    [InlineData("5", 719)]
    [InlineData("1441", 719)]
    [InlineData("1442", 718)]
    [InlineData("2150", 10)]
    [InlineData("2160", 0)]
    [InlineData("2400", 0)]
    [InlineData("2147483647", 0)]
    [InlineData("2147483648", 719)]
    [InlineData("-1", 719)]
    [InlineData("much", 719)]
    public async Task Weight_that_the_exchange_has_counted_leaves_no_more_than_the_rest_to_nine_tenths_of_the_limit(string usedWeight, int left)
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-MBX-USED-WEIGHT-1M", usedWeight)));

        await _binance.Futures.GetTimeAsync(default);

        _binance.Budget.Read().Select(reading => reading.Left).ShouldBe([left, 300, 150, 1800, 30]);
    }

    [Fact]
    public async Task Spot_weight_corrects_the_spot_scope()
    {
        _binance.Exchange.On("/api/v3/ticker/price", Reply.Json("[]", 200, ("x-mbx-used-weight-1m", "5390")));

        await _binance.Spot.GetPricesAsync(default);

        _binance.Budget.Read().Select(reading => reading.Left).ShouldBe([720, 300, 150, 10, 30]);
    }

    [Fact]
    public async Task Weight_says_nothing_of_scopes_that_are_metered_by_requests()
    {
        _binance.Exchange.On(Statistics, Reply.Json("[]", 200, ("X-MBX-USED-WEIGHT-1M", "2400")));

        await GetStatistics();

        _binance.Budget.Read().Select(reading => reading.Left).ShouldBe([720, 299, 150, 1800, 30]);
    }

    [Fact]
    public async Task Answers_that_overtake_each_other_leave_what_the_highest_count_leaves()
    {
        var slow = new TaskCompletionSource();
        _binance.Exchange.On(
            BinanceUnderTest.Time,
            async _ =>
            {
                await slow.Task;
                return await Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-MBX-USED-WEIGHT-1M", "1700"))(default);
            },
            Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-MBX-USED-WEIGHT-1M", "1800")),
            Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-MBX-USED-WEIGHT-1M", "1")));
        var first = _binance.Futures.GetTimeAsync(default);
        _binance.Clock.Advance(TimeSpan.FromSeconds(1));
        await _binance.Futures.GetTimeAsync(default);
        slow.SetResult();
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        _binance.Budget.Read()[0].Left.ShouldBe(2160 - 1800);

        // Another minute of the exchange.
        await _binance.Futures.GetTimeAsync(default);
        _binance.Budget.Read()[0].Left.ShouldBe(720 - 3);
    }

    private Task<OpenInterestPoint[]> GetStatistics() =>
        _binance.Futures.GetOpenInterestHistoryAsync("BTCUSDT", StatisticsPeriod.FiveMinutes, default, default);
}
