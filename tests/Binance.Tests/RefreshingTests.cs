using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>Calls that nobody waits for leave the budget to those that somebody waits for.</summary>
public sealed class RefreshingTests : IDisposable
{
    private const int Planned = 720;

    private readonly BinanceUnderTest _binance = new(("BudgetShare", "0.3"), ("MaxBudgetWaitSeconds", "2"));

    public RefreshingTests() => _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));

    public void Dispose() => _binance.Dispose();

    [Fact]
    public async Task Refresh_is_refused_when_half_of_the_plan_is_spent_and_a_caller_is_not()
    {
        _binance.Take(RateScope.FuturesWeight, (Planned / 2) - 1);
        await Refresh();

        var refused = await _binance.FailureOf(Refresh);

        (refused.Kind, refused.Status, refused.ClosedByStatus, refused.RetryAfter).ShouldBe((BinanceErrorKind.RateLimited, null, null, TimeSpan.FromMinutes(1)));
        refused.Message.ShouldBe("/fapi/v1/time: our own budget of FuturesWeight has nothing to spare for a refresh, what is left is for callers");
        await _binance.Futures.GetTimeAsync(default);
    }

    [Fact]
    public async Task Refresh_does_not_wait_where_a_caller_would()
    {
        _binance.Spend(RateScope.FuturesWeight);
        _binance.Clock.Advance(TimeSpan.FromSeconds(59));

        (await _binance.FailureOf(Refresh)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        await _binance.Run(() => _binance.Futures.GetTimeAsync(default));
    }

    [Fact]
    public async Task Further_attempts_of_a_refresh_are_refreshes_too()
    {
        _binance.Take(RateScope.FuturesWeight, (Planned / 2) - 1);

        (await _binance.FailureOf(async () =>
        {
            using (Refreshing.Begin())
            {
                _binance.Exchange.On(BinanceUnderTest.Time, Reply.Html(502));
                return await _binance.Futures.GetTimeAsync(default);
            }
        })).Message.ShouldContain("not enough for another attempt");

        _binance.Exchange.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Mark_holds_for_what_is_started_within_it_and_ends_with_it()
    {
        Refreshing.IsActive.ShouldBeFalse();
        Task<bool> started;
        using (Refreshing.Begin())
        {
            started = Task.Run(() => Refreshing.IsActive);
            using (Refreshing.Begin())
            {
                await Task.Yield();
                Refreshing.IsActive.ShouldBeTrue();
            }

            Refreshing.IsActive.ShouldBeTrue("the outer mark still holds");
        }

        Refreshing.IsActive.ShouldBeFalse();
        (await started).ShouldBeTrue();
    }

    private async Task<ServerTime> Refresh()
    {
        using (Refreshing.Begin())
        {
            return await _binance.Futures.GetTimeAsync(default);
        }
    }
}
