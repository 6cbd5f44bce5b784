using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>What may be spent of Binance's limits.</summary>
public sealed class RateBudgetTests : IDisposable
{
    private const double Share = 0.3;

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
            var budget = new RateBudget(Options.Create(new BinanceOptions { BudgetShare = share }), clock);
            var endpoint = AllEndpoints().First(endpoint => endpoint.Scope == rule.Scope);
            var step = TimeSpan.FromMilliseconds(500);
            List<int> perStep = [];
            // An idle half window first, so that the bucket is as full as it gets.
            clock.Advance(rule.Window / 2);
            for (var time = TimeSpan.Zero; time < 3 * rule.Window; time += step)
            {
                var taken = 0;
                while (budget.TryAcquire(endpoint, 1))
                {
                    taken++;
                }

                perStep.Add(taken);
                clock.Advance(step);
            }

            var steps = (int)(rule.Window / step);
            var planned = (int)(rule.Limit * share);
            var fullest = Enumerable.Range(0, perStep.Count - steps).Max(first => perStep.Skip(first).Take(steps).Sum());
            fullest.ShouldBeLessThanOrEqualTo(planned, $"{rule.Scope}");
            // And the plan is not thrown away either.
            fullest.ShouldBeGreaterThan((int)(planned * 0.95) - 1, $"{rule.Scope}");
        }
    }

    [Fact]
    public void Dearest_call_fits_the_lowest_share()
    {
        var budget = new RateBudget(Options.Create(new BinanceOptions { BudgetShare = 0.03 }), _binance.Clock);

        foreach (var endpoint in AllEndpoints())
        {
            var left = budget.Read().Single(reading => reading.Rule.Scope == endpoint.Scope).Left;
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
        // What flows in between attempts is less than the bucket's room, so the spending shows.
        _binance.Budget.Read()[0].Left.ShouldBeInRange(before - 3, before - 1);
    }

    [Fact]
    public async Task Retry_without_budget_is_not_sent()
    {
        _binance.Exchange.On("/fapi/v1/ticker/24hr", Reply.With(502, () => new StringContent(Reply.FirewallPage), ("X-MBX-USED-WEIGHT-1M", "2400")));

        // 40 units, which take ten seconds to come back.
        var failure = await _binance.FailureOf(() => _binance.Futures.GetTickers24hAsync(default));

        (failure.Kind, failure.Status).ShouldBe((BinanceErrorKind.RateLimited, null));
        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_waits_for_budget_that_comes_soon()
    {
        Spend(RateScope.FuturesWeight);
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var start = _binance.Clock.GetUtcNow();

        await _binance.Run(() => _binance.Futures.GetTimeAsync(default));

        (_binance.Clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task Call_whose_budget_comes_too_late_is_refused_at_once_and_told_when()
    {
        Spend(RateScope.FuturesWeight);

        // 40 units at 4 a second.
        var failure = await Should.ThrowAsync<BinanceException>(() => _binance.Futures.GetTickers24hAsync(default));

        (failure.Kind, failure.Status, failure.CanRetry, failure.RetryAfter).ShouldBe((BinanceErrorKind.RateLimited, null, true, TimeSpan.FromSeconds(10)));
        _binance.Exchange.Requests.ShouldBeEmpty();
        _binance.Clock.Advance(TimeSpan.FromSeconds(10));
        _binance.Exchange.On("/fapi/v1/ticker/24hr", Reply.Json("[]"));
        (await _binance.Futures.GetTickers24hAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Crowd_of_callers_is_served_within_the_longest_wait_and_the_rest_refused()
    {
        Spend(RateScope.FuturesWeight);
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));
        var start = _binance.Clock.GetUtcNow();

        var outcomes = await _binance.Run(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Served())));

        // 2 s at 4 units a second.
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
    [InlineData("5", 479)]
    [InlineData("1920", 479)]
    [InlineData("1921", 479)]
    [InlineData("1922", 478)]
    [InlineData("2390", 10)]
    [InlineData("2400", 0)]
    [InlineData("9999", 0)]
    [InlineData("-1", 479)]
    [InlineData("much", 479)]
    public async Task Weight_that_the_exchange_has_counted_leaves_no_more_than_the_rest(string usedWeight, int left)
    {
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody, 200, ("X-MBX-USED-WEIGHT-1M", usedWeight)));

        await _binance.Futures.GetTimeAsync(default);

        _binance.Budget.Read().Select(reading => reading.Left).ShouldBe([left, 200, 100, 1200, 20]);
    }

    [Fact]
    public async Task Spot_weight_corrects_the_spot_scope()
    {
        _binance.Exchange.On("/api/v3/ticker/price", Reply.Json("[]", 200, ("x-mbx-used-weight-1m", "5990")));

        await _binance.Spot.GetPricesAsync(default);

        _binance.Budget.Read().Select(reading => reading.Left).ShouldBe([480, 200, 100, 10, 20]);
    }

    [Fact]
    public async Task Cancelled_wait_gives_its_budget_back()
    {
        Spend(RateScope.FuturesData);
        using var caller = new CancellationTokenSource();

        var waiting = _binance.Budget.AcquireAsync(FuturesEndpoints.Basis, 1, caller.Token).AsTask();
        (await waiting).IsAcquired.ShouldBeFalse();
        _binance.Clock.Advance(TimeSpan.FromSeconds(1.5));
        waiting = _binance.Budget.AcquireAsync(FuturesEndpoints.Basis, 1, caller.Token).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        _binance.Clock.Advance(TimeSpan.FromSeconds(1.5));

        _binance.Budget.TryAcquire(FuturesEndpoints.Basis, 1).ShouldBeTrue();
    }

    [Fact]
    public async Task Lease_says_when_to_come_again_only_if_it_is_refused()
    {
        using var granted = await _binance.Budget.AcquireAsync(FuturesEndpoints.Time, 1, default);
        Spend(RateScope.FuturesWeight);
        using var refused = await _binance.Budget.AcquireAsync(FuturesEndpoints.Ticker24h, 40, default);

        granted.IsAcquired.ShouldBeTrue();
        granted.TryGetMetadata(MetadataName.RetryAfter, out _).ShouldBeFalse();
        granted.MetadataNames.ShouldBeEmpty();
        refused.IsAcquired.ShouldBeFalse();
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(10));
        refused.MetadataNames.ShouldBe([MetadataName.RetryAfter.Name]);
    }

    private static IEnumerable<Endpoint> AllEndpoints() => FuturesEndpoints.All.Concat(SpotEndpoints.All).Concat(WebsiteEndpoints.All);

    private void Spend(RateScope scope)
    {
        var endpoint = AllEndpoints().First(endpoint => endpoint.Scope == scope);
        while (_binance.Budget.TryAcquire(endpoint, 1))
        {
        }
    }
}
