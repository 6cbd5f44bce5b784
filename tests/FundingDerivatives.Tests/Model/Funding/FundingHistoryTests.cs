using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class FundingHistoryTests
{
    [Fact]
    public void Interval_of_a_settlement_is_the_gap_before_it()
    {
        // 8 h until hour 16, hourly until 20, 4 h from there on. 0.0002 in an hour is 0.0016 in 8, 0.00005 in 4 hours 0.0001.
        var history = HistoryOf(4, (0, 0.0001), (8, 0.0001), (16, 0.003), (17, 0.0002), (18, 0.0001), (19, 0.0001), (20, 0), (24, 0.00005), (28, 0));

        Intervals(history).ShouldBe([8, 8, 8, 1, 1, 1, 1, 4, 4]);
        history.Settlements[3].Per8Hours.ShouldBe(0.0016, 1e-15);
        history.Settlements[7].Per8Hours.ShouldBe(0.0001, 1e-15);
    }

    [Fact]
    public void Gap_that_is_no_interval_takes_the_next_settlements_interval() =>
        // The last hourly settlement at 5, the first of 4 h at 8: a gap of 3.
        Intervals(HistoryOf(4, (3, 0), (4, 0), (5, 0), (8, 0), (12, 0))).ShouldBe([1, 1, 1, 4, 4]);

    [Fact]
    public void Last_gap_that_is_no_interval_takes_the_present_interval() =>
        Intervals(HistoryOf(4, (3, 0), (4, 0), (5, 0), (8, 0))).ShouldBe([1, 1, 1, 4]);

    [Fact]
    public void Settlement_that_is_missing_is_no_change_of_the_interval()
    {
        var history = HistoryOf(4, (0, 0), (4, 0), (8, 0), (16, 0), (20, 0));

        Intervals(history).ShouldBe([4, 4, 4, 4, 4]);
        history.IntervalChanges.ShouldBeEmpty();
    }

    [Fact]
    public void One_settlement_of_the_usual_interval_between_hourly_ones_is_no_missing_one() =>
        // Back to 4 h at 2, at the cap at 6, hourly again.
        Intervals(HistoryOf(1, (0, 0), (1, 0), (2, 0), (6, 0.003), (7, 0), (8, 0))).ShouldBe([1, 1, 1, 4, 1, 1]);

    [Fact]
    public void Times_are_the_full_hours_and_an_hour_counts_once()
    {
        var history = FundingHistory.Of([new(Start + (8 * Hour) + 5, 0.2), new(Start - 3, 0.1), new(Start + (8 * Hour) + 900, 0.3)], 8);

        history.Settlements.ToArray().ShouldBe([new(Start, 0.1, 8, null), new(Start + (8 * Hour), 0.2, 8, null)]);
    }

    [Fact]
    public void Realised_is_the_sum_of_what_was_settled_across_a_change_of_the_interval()
    {
        // The day up to hour 26, so after hour 2: 0.0001 + 0.003 + 0.0002 + 0.0001 = 0.0034 in 4; the last rate times the day's 24 hours were 0.0024.
        var history = HistoryOf(1, (0, 0.05), (8, 0.0001), (16, 0.003), (17, 0.0002), (18, 0.0001));

        var realised = history.Realised(1, Start + (26 * Hour));

        realised.Sum.ShouldBe(0.0034, 1e-15);
        realised.Count.ShouldBe(4);
        realised.IsComplete.ShouldBeTrue();
    }

    [Theory]
    // Settlements at 0, 8, 16 and 24; the one before the first would have been at -8. Windows (-9, 15], (-8, 16], (0, 24] and (-48, 24].
    [InlineData(15, 1, false, 2)]
    [InlineData(16, 1, true, 3)]
    [InlineData(24, 1, true, 3)]
    [InlineData(24, 3, false, 4)]
    public void Realised_says_whether_the_history_reaches_that_far(int hoursAfterStart, int days, bool isComplete, int count) =>
        Regular(8, 1, 1, 1, 1).Realised(days, Start + (hoursAfterStart * Hour)).ShouldBe(new(days, count, count, isComplete));

    [Fact]
    public void Settlement_some_milliseconds_late_belongs_to_its_hour()
    {
        var history = FundingHistory.Of([new(Start + 5, 1), new(Start + (8 * Hour) + 5, 2), new(Start + (16 * Hour), 4), new(Start + (24 * Hour) + 9, 8)], 8);

        // (0, 24]: 2 + 4 + 8.
        history.Realised(1, Start + (24 * Hour)).Sum.ShouldBe(14);
    }

    [Fact]
    public void Streak_goes_back_to_the_last_change_of_sign()
    {
        var streak = Regular(8, 0.1, -0.1, 0.2, 0.1, 0.3).Streak.ShouldNotBeNull();

        streak.ShouldBe(new(PayingSide.Longs, 3, Start + (16 * Hour), IsAtLeast: false));
    }

    [Fact]
    public void Streak_over_the_whole_history_may_be_longer() =>
        Regular(4, -0.1, -0.1).Streak.ShouldBe(new(PayingSide.Shorts, 2, Start, IsAtLeast: true));

    [Fact]
    public void Zero_breaks_a_streak()
    {
        Regular(8, 0.1, 0, 0.1).Streak.ShouldBe(new(PayingSide.Longs, 1, Start + (16 * Hour), IsAtLeast: false));
        Regular(8, 0.1, 0.1, 0).Streak.ShouldBeNull();
    }

    [Fact]
    public void Change_of_the_interval_is_at_the_settlement_that_ended_the_old_one()
    {
        var history = HistoryOf(4, (0, 0), (8, -0.003), (9, -0.001), (10, 0), (14, 0), (18, 0));

        history.IntervalChanges.ShouldBe([new(8, 1, Start + (8 * Hour), -0.003), new(1, 4, Start + (10 * Hour), 0)]);
        history.LastIntervalChange.ShouldBe(history.IntervalChanges[1]);
    }

    [Fact]
    public void Present_interval_that_has_not_settled_yet_is_a_change_already()
    {
        var history = HistoryOf(1, (0, 0.001), (8, 0.003));

        history.LastIntervalChange.ShouldBe(new(8, 1, Start + (8 * Hour), 0.003));
        history.IntervalHours.ShouldBe(1);
    }

    [Fact]
    public void Standing_compares_rates_per_8_hours()
    {
        // Per 8 h: 0.0002, 0.0001, 0.003, then hourly 0.0004 and 0.0016. Below 0.0004 are two, equal is one: 2.5 / 5.
        var history = HistoryOf(1, (0, 0.0002), (8, 0.0001), (16, 0.003), (17, 0.00005), (18, 0.0002));

        var standing = history.StandingOf(0.0004, 1, Start + (18 * Hour)).ShouldNotBeNull();

        standing.MidRank.ShouldBe(0.5);
        standing.Count.ShouldBe(5);
    }

    [Fact]
    public void Standing_leaves_out_what_is_older_or_later()
    {
        var history = Regular(8, 9, 1, 2, 3, 9);

        // (0, 24] holds 1, 2 and 3.
        history.StandingOf(2.5, 1, Start + (24 * Hour)).ShouldNotBeNull().MidRank.ShouldBe(2 / 3.0);
        history.StandingOf(1, 1, Start - 1).ShouldBeNull();
    }

    [Fact]
    public void Empty_history_has_nothing()
    {
        var history = FundingHistory.Of([], 8);

        history.Realised(7, Start).ShouldBe(new(7, 0, 0, IsComplete: false));
        history.StandingOf(0, 90, Start).ShouldBeNull();
        history.Streak.ShouldBeNull();
        history.LastIntervalChange.ShouldBeNull();
        history.IntervalHours.ShouldBe(8);
    }

    [Property]
    public bool Windows_add_up(short[] rates, byte interval, PositiveInt split)
    {
        var hours = 1 << (interval % 4);
        var history = Regular(hours, rates.Select(rate => rate * 1e-8));
        var days = 1 + (split.Get % 30);
        var now = Start + (rates.Length * hours * Hour);

        // The days before now and the days before those are twice the days.
        var (late, early, both) = (history.Realised(days, now), history.Realised(days, now - (days * Day)), history.Realised(2 * days, now));
        return late.Count + early.Count == both.Count && Math.Abs(late.Sum + early.Sum - both.Sum) < 1e-12;
    }

    [Property]
    public bool Rank_does_not_depend_on_the_interval_that_a_rate_was_paid_in(short[] rates, short value)
    {
        var (eight, hourly) = (Regular(8, rates.Select(rate => rate * 1e-8)), Regular(1, rates.Select(rate => rate * 1e-8 / 8)));
        return eight.StandingOf(value * 1e-8, 36_500, Start + (36_500 * Day) - 1) == hourly.StandingOf(value * 1e-8, 36_500, Start + (36_500 * Day) - 1);
    }

    private static int[] Intervals(FundingHistory history) => Array.ConvertAll(history.Settlements.ToArray(), settlement => settlement.IntervalHours);
}
