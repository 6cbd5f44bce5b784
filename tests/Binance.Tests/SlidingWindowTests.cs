using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance.Tests;

public sealed class SlidingWindowTests
{
    private const int Planned = 10;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    // Pauses within a slot and over many, in milliseconds.
    private static readonly Arbitrary<(int Units, int PauseMs, int Fate)[]> Calls = Arb.From(
        (from units in Gen.OneOf(Gen.Choose(1, 3), Gen.Choose(1, Planned))
         from pause in Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 16_000))
         from fate in Gen.Choose(0, 5)
         select (units, pause, fate)).ArrayOf());

    private readonly SlidingWindow _window = new(Planned, Length);

    [Fact]
    public void All_of_the_plan_may_be_spent_at_once()
    {
        _window.EarliestFor(Planned, At(5)).ShouldBe(At(5));
        _window.Spend(Planned, At(5));

        _window.Left(At(5)).ShouldBe(0);
    }

    [Fact]
    public void What_is_spent_comes_back_when_it_leaves_the_window()
    {
        _window.Spend(4, At(0));
        _window.Spend(6, At(20));

        _window.EarliestFor(1, At(30)).ShouldBe(At(60));
        _window.EarliestFor(5, At(30)).ShouldBe(At(80));
        _window.Left(At(59.999)).ShouldBe(0);
        _window.Left(At(60)).ShouldBe(4);
        _window.Left(At(80)).ShouldBe(Planned);
    }

    [Fact]
    public void Nobody_overtakes_what_is_promised()
    {
        // Promised late for a reason of another's: there is room before it.
        _window.Spend(1, At(30));

        _window.EarliestFor(2, At(10)).ShouldBe(At(30));
        _window.Left(At(10)).ShouldBe(0);
    }

    [Fact]
    public void More_than_the_plan_is_never_there() => _window.EarliestFor(Planned + 1, At(0)).ShouldBeNull();

    [Fact]
    public void Units_given_back_can_be_spent_again_and_release_those_behind()
    {
        _window.Spend(Planned, At(0));
        var promised = _window.Spend(3, At(60));
        _window.Return(promised, 3);

        _window.EarliestFor(1, At(10)).ShouldBe(At(60));
        _window.Left(At(60)).ShouldBe(Planned);
    }

    [Fact]
    public void Units_that_have_left_the_window_cannot_be_given_back()
    {
        var old = _window.Spend(4, At(0));
        _window.Spend(6, At(60));
        _window.Left(At(60)).ShouldBe(4);

        _window.Return(old, 4);

        _window.Left(At(60)).ShouldBe(4);
    }

    [Fact]
    public void Call_that_is_sent_late_counts_from_then()
    {
        var slot = _window.Spend(Planned, At(0));

        _window.Postpone(slot, Planned, At(7));

        _window.EarliestFor(1, At(8)).ShouldBe(At(67));
    }

    [Fact]
    public void Call_that_is_sent_late_counts_behind_what_is_promised()
    {
        var slot = _window.Spend(4, At(0));
        _window.Spend(1, At(10));

        _window.Postpone(slot, 4, At(9)).Latest.ShouldBe(At(10));
        _window.EarliestFor(Planned, At(11)).ShouldBe(At(70));
    }

    [Fact]
    public void What_is_spent_after_a_moment_is_summed()
    {
        _window.Spend(1, At(0));
        _window.Spend(2, At(10));
        _window.Spend(3, At(20));

        (_window.SpentAfter(At(-1)), _window.SpentAfter(At(9.9)), _window.SpentAfter(At(10)), _window.SpentAfter(At(20))).ShouldBe((6, 5, 3, 0));
    }

    [Property]
    public Property No_window_holds_more_than_the_plan_whatever_is_taken_returned_or_held_up() =>
        Prop.ForAll(Calls, calls =>
        {
            var window = new SlidingWindow(Planned, Length);
            var now = TimeSpan.Zero;
            List<(TimeSpan At, int Units)> sent = [];
            foreach (var (units, pause, fate) in calls)
            {
                now += TimeSpan.FromMilliseconds(pause);
                var at = window.EarliestFor(units, now)!.Value;
                if (at - now > TimeSpan.FromSeconds(20))
                {
                    continue;
                }

                var slot = window.Spend(units, at);
                if (fate == 0)
                {
                    window.Return(slot, units);
                    continue;
                }

                if (fate == 1)
                {
                    now = at + TimeSpan.FromMilliseconds(pause / 3);
                    window.Postpone(slot, units, now);
                    at = now;
                }

                sent.Add((at, units));
            }

            // The windows that open with a call are the fullest.
            return sent.All(first => sent.Where(call => call.At >= first.At && call.At < first.At + Length).Sum(call => call.Units) <= Planned);
        });

    [Property]
    public Property Wait_is_exact() =>
        Prop.ForAll(Calls, Arb.From(Gen.Choose(1, Planned)), (calls, units) =>
        {
            var window = new SlidingWindow(Planned, Length);
            var now = TimeSpan.Zero;
            foreach (var (count, pause, _) in calls)
            {
                now += TimeSpan.FromMilliseconds(pause);
                if (window.EarliestFor(count, now) == now)
                {
                    window.Spend(count, now);
                }
            }

            var earliest = window.EarliestFor(units, now)!.Value;
            var before = earliest - TimeSpan.FromTicks(1);
            return (earliest == now || window.Left(before) < units) && window.Left(earliest) >= units && window.EarliestFor(units, earliest) == earliest;
        });

    [Fact]
    public void Units_spent_within_a_slot_come_back_with_the_last_of_them()
    {
        _window.Spend(4, At(0));
        _window.Spend(5, At(0.099));
        _window.Spend(1, At(0.1));

        _window.EarliestFor(1, At(1)).ShouldBe(At(60.099));
        _window.EarliestFor(9, At(1)).ShouldBe(At(60.099));
        _window.EarliestFor(10, At(1)).ShouldBe(At(60.1));
    }

    [Fact]
    public void Spending_goes_on_at_the_pace_of_the_plan()
    {
        var window = new SlidingWindow(720, Length);
        var spent = 0;
        for (var now = TimeSpan.Zero; now < 10 * Length; now += TimeSpan.FromMilliseconds(50))
        {
            while (window.EarliestFor(1, now) == now)
            {
                window.Spend(1, now);
                spent++;
            }
        }

        spent.ShouldBe(10 * 720);
    }

    [Fact]
    public void Steady_spending_loses_no_more_than_a_slot_in_a_window()
    {
        var window = new SlidingWindow(720, Length);
        var spent = 0;
        var now = TimeSpan.Zero;
        for (; now < 10 * Length; now += TimeSpan.FromMilliseconds(10))
        {
            // One unit at a time, at the plan's own pace.
            if (spent <= now / Length * 720 && window.EarliestFor(1, now) == now)
            {
                window.Spend(1, now);
                spent++;
            }
        }

        spent.ShouldBeInRange((int)(10 * 720 * (1 - (2 / 600.0))), 10 * 720);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);
}
