using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance.Tests;

public sealed class ScopeBudgetTests
{
    private const int Limit = 100;
    private const int Planned = 60;
    private const int Ceiling = 90;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A quarter of the calls bring a report.
    private static readonly Arbitrary<(int Units, int PauseMs, int Report, bool IsRefresh)[]> Calls = Arb.From(
        (from units in Gen.Choose(1, Planned / 2)
         from pause in Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 16_000))
         from report in Gen.Choose(0, 4 * Limit)
         from isRefresh in Gen.Elements(true, false)
         select (units, pause, report, isRefresh)).ArrayOf());

    private readonly FakeTimeProvider _clock = new();
    private readonly ScopeBudget _budget;

    public ScopeBudgetTests() => _budget = Budget(_clock);

    [Fact]
    public void Callers_wait_behind_each_other()
    {
        Take(Planned - 1);
        _clock.Advance(Minute - TimeSpan.FromSeconds(1));

        _budget.TryTake(2, Patience, out var first).ShouldNotBeNull();
        _budget.TryTake(1, Patience, out var second).ShouldNotBeNull();

        (first, second).ShouldBe((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Refused_caller_takes_nothing()
    {
        Take(Planned - 1);

        _budget.TryTake(2, Patience, out var wait).ShouldBeNull();
        wait.ShouldBe(Minute);
        _budget.TryTake(1, TimeSpan.Zero, out _).ShouldNotBeNull();
    }

    [Fact]
    public void Wait_is_in_whole_milliseconds_and_long_enough()
    {
        Take(Planned);
        _clock.Advance(Minute - TimeSpan.FromMicroseconds(1));

        _budget.TryTake(1, Patience, out var wait);

        wait.ShouldBe(TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData(0, Planned)]
    [InlineData(30, Planned)]
    [InlineData(31, Planned - 1)]
    [InlineData(89, 1)]
    [InlineData(90, 0)]
    [InlineData(int.MaxValue, 0)]
    public void Report_leaves_what_the_others_have_not_used(int used, int left)
    {
        _budget.Correct(used, _clock.GetTimestamp());

        _budget.Left.ShouldBe(left);
    }

    [Fact]
    public void What_is_sent_after_the_report_counts_on_top_of_it()
    {
        _budget.Correct(60, _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Take(20);

        _budget.Left.ShouldBe(Ceiling - 60 - 20);
        _budget.TryTake(11, Patience, out var wait).ShouldBeNull();
        wait.ShouldBe(Minute - TimeSpan.FromSeconds(1));
        _clock.Advance(wait!.Value);
        _budget.TryTake(11, TimeSpan.Zero, out _).ShouldNotBeNull();
    }

    [Fact]
    public void Report_dies_after_a_minute()
    {
        _budget.Correct(Limit, _clock.GetTimestamp());

        _clock.Advance(Minute - TimeSpan.FromTicks(1));
        _budget.Left.ShouldBe(0);
        _clock.Advance(TimeSpan.FromTicks(1));
        _budget.Left.ShouldBe(Planned);
    }

    [Fact]
    public void Lower_report_of_a_later_call_replaces_a_higher_one()
    {
        _budget.Correct(85, _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(1));
        _budget.Correct(2, _clock.GetTimestamp());

        _budget.Left.ShouldBe(Planned);
    }

    [Fact]
    public void Lower_report_of_a_call_that_was_under_way_at_the_same_time_does_not()
    {
        var asked = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var askedLater = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(1));

        _budget.Correct(85, asked);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _budget.Correct(40, askedLater);
        _budget.Left.ShouldBe(5);

        // One that leaves less holds, however it came.
        _budget.Correct(88, askedLater);
        _budget.Left.ShouldBe(2);
        _budget.Correct(40, asked);
        _budget.Left.ShouldBe(2);
    }

    [Fact]
    public void Report_that_comes_late_counts_what_was_sent_while_it_was_under_way()
    {
        var asked = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Take(30);

        _budget.Correct(50, asked);

        _budget.Left.ShouldBe(Ceiling - 50 - 30);
    }

    [Fact]
    public void Refresh_leaves_half_of_the_plan_to_callers()
    {
        _budget.TryTakeForRefresh(Planned / 2, out _).ShouldNotBeNull();

        _budget.TryTakeForRefresh(1, out var wait).ShouldBeNull();
        wait.ShouldBe(Minute);
        _budget.Left.ShouldBe(Planned / 2);
        Take(Planned / 2);
    }

    [Fact]
    public void Refresh_leaves_half_of_the_plan_also_of_what_the_others_leave()
    {
        _budget.Correct(59, _clock.GetTimestamp());

        _budget.TryTakeForRefresh(2, out var wait).ShouldBeNull();
        wait.ShouldBe(Minute);
        _budget.TryTakeForRefresh(1, out _).ShouldNotBeNull();
    }

    [Fact]
    public void Refresh_that_is_dearer_than_half_of_the_plan_is_never_made()
    {
        _budget.TryTakeForRefresh((Planned / 2) + 1, out var wait).ShouldBeNull();

        wait.ShouldBeNull();
    }

    [Fact]
    public void Refresh_does_not_wait()
    {
        Take((Planned / 2) + 1);
        _clock.Advance(Minute - TimeSpan.FromMilliseconds(1));

        _budget.TryTakeForRefresh(1, out var wait).ShouldBeNull();
        wait.ShouldBe(TimeSpan.FromMilliseconds(1));
        _clock.Advance(wait!.Value);
        _budget.TryTakeForRefresh(1, out _).ShouldNotBeNull();
    }

    [Property]
    public Property Refused_call_is_granted_after_the_wait_it_was_told_and_not_before() =>
        Prop.ForAll(Calls, calls =>
        {
            var clock = new FakeTimeProvider();
            var budget = Budget(clock);
            foreach (var (units, pause, report, isRefresh) in calls)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                if (report <= Limit)
                {
                    budget.Correct(report, clock.GetTimestamp());
                }

                if (TryTake(units, isRefresh, out var wait))
                {
                    continue;
                }

                clock.Advance(wait!.Value - TimeSpan.FromMilliseconds(1));
                if (TryTake(units, isRefresh, out _))
                {
                    return false;
                }

                clock.Advance(TimeSpan.FromMilliseconds(1));
                if (!TryTake(units, isRefresh, out _))
                {
                    return false;
                }
            }

            return true;

            bool TryTake(int units, bool isRefresh, out TimeSpan? wait) =>
                (isRefresh ? budget.TryTakeForRefresh(units, out wait) : budget.TryTake(units, TimeSpan.Zero, out wait)) is not null;
        });

    private static ScopeBudget Budget(FakeTimeProvider clock) => new(new RateLimitRule(RateScope.FuturesWeight, Limit, Minute), 0.6, clock);

    private void Take(int units) => _budget.TryTake(units, TimeSpan.Zero, out _).ShouldNotBeNull();
}
