using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class SettledReplayTests
{
    private const long DayMs = 24 * Hour;

    // Small enough that short series pass every threshold.
    private static readonly LevelRules Rules = new() { MinHistory = 3, HistoryDays = 2, AlertDays = 3, CooldownHours = 6 };
    private static readonly FundingTerms Terms = new(1, 0.0001, 0.003, -0.003);

    [Property(MaxTest = 300)]
    public void Looks_after_one_another_see_what_a_replay_of_everything_in_a_row_sees((byte Gap, sbyte Rate)[] steps, (byte HalfHours, sbyte Rate, byte Share)[] looks)
    {
        var history = History(steps);
        var settled = new SettledReplay(history, Terms, Rules);
        var first = history.Settlements is [.., var last] ? last.Time - Hour : Start;
        RememberedLevel? remembered = null;
        foreach (var (halfHours, rate, share) in looks)
        {
            // Back and forth over five days, of which two are ranked against.
            var now = first + (halfHours * Hour / 2);
            RunningEstimate? estimate = share % 8 == 0 ? null : new(rate * 3e-5, share / 255.0);

            var split = settled.Look(now, estimate, remembered);

            var whole = InARow(history, now, estimate, remembered);
            split.Settled.ShouldBe(whole.Settled);
            split.Present.ShouldBe(whole.Present);
            split.Remembered.ShouldBe(whole.Remembered);
            split.Alerts.ShouldBe(whole.Alerts);
            remembered = split.Remembered ?? remembered;
        }
    }

    [Fact]
    public void Look_leaves_nothing_behind()
    {
        var settled = new SettledReplay(Regular(8, Enumerable.Repeat(0.0001, 100)), Terms with { IntervalHours = 8 }, new());
        var now = Start + (99 * 8 * Hour) + 1;
        var before = settled.Look(now, new(0.0001, 1));

        // An alert of this look and a window moved by sixty days.
        settled.Look(now + (60 * DayMs), new(0.003, 1)).Alerts.ShouldHaveSingleItem();

        before.Alerts.ShouldBeEmpty();
        settled.Look(now, new(0.0001, 1)).Present.ShouldBe(before.Present);
        settled.Look(now, new(0.0001, 1)).Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void Shortening_in_force_is_told_and_one_that_is_over_is_not()
    {
        (int Hour, double Rate)[] settlements = [(0, 0.0001), (8, 0.003), (9, 0.0005)];

        new SettledReplay(HistoryOf(1, settlements), Terms, Rules).Look(Start, null).Shortening
            .ShouldBe(new(Start + (8 * Hour), PayingSide.Longs, 0, CalmAt: null, EndedAt: null));
        new SettledReplay(HistoryOf(4, settlements), Terms, Rules).Look(Start, null).Shortening.ShouldBeNull();
    }

    [Property(MaxTest = 300)]
    public bool Interval_alerts_are_of_settlements_near_the_limit_and_end_with_the_calm((byte Gap, sbyte Rate)[] steps)
    {
        var history = History(steps);
        var at = history.Settlements.ToArray().ToDictionary(settlement => settlement.Time);
        var alerts = new SettledReplay(history, Terms, Rules with { AlertDays = 36_500 }).Look(Start, null).Alerts
            .Where(alert => alert.Kind == AlertKind.IntervalShortened).ToArray();

        return alerts.All(alert => Math.Abs(at[alert.FiredAt].Rate) >= 0.00225 && PayingSides.Of(at[alert.FiredAt].Rate) == alert.Side)
            && alerts.All(alert => at.Values.Where(row => row.Time > alert.FiredAt && !(row.Time > alert.ClearedAt)).All(row => row.IntervalHours == 1))
            && alerts.Zip(alerts.Skip(1)).All(pair => pair.First.ClearedAt < pair.Second.FiredAt);
    }

    // Gaps of 1, 2, 4 and 8 hours in runs, now and then one that is no interval; half of the rates are calm by the hour.
    private static FundingHistory History((byte Gap, sbyte Rate)[] steps)
    {
        var time = Start;
        var settlements = new List<Settlement>();
        foreach (var (gap, rate) in steps)
        {
            var hours = gap % 16 == 15 ? 3 : 1 << (gap % 4);
            for (var i = 0; i <= gap / 16; i++)
            {
                time += hours * Hour;
                settlements.Add(new(time, rate * (i % 3 == 0 ? 3e-5 : 2e-6)));
            }
        }

        return FundingHistory.Of(settlements, 1);
    }

    // Everything from the first settlement to the look in one loop, nothing kept.
    private static CrowdingReplay InARow(FundingHistory history, long now, RunningEstimate? estimate, RememberedLevel? remembered)
    {
        var rule = new LevelRule(Rules);
        var window = new RankWindow(history, Rules.HistoryDays * DayMs);
        var log = new AlertLog(Rules);
        var spells = Shortening.Of(history, Terms, Rules.CapUtilisation);
        var levels = new List<Crowding>();
        foreach (var settlement in history.Settlements)
        {
            window.MoveTo(settlement.Time);
            levels.Add(rule.Grade(Seen(settlement.Time, settlement.Rate, settlement.Per8Hours), levels.LastOrDefault()));
            log.Add(settlement.Time, levels[^1], settlement.IntervalHours);
        }

        RememberedLevel? present = null;
        if (estimate is { } running)
        {
            window.MoveTo(now + 1);
            var start = history.Settlements is [.., var last] ? last.Time : 0;
            var seen = remembered?.SeenAt >= start ? remembered : null;
            var observation = Seen(long.MaxValue, running.Rate, Terms.Per8Hours(running.Rate)) with
            {
                FixedShare = running.FixedShare,
                FollowsExtreme = levels.LastOrDefault()?.LevelOf(PayingSides.Of(running.Rate)) == CrowdingLevel.Extreme,
            };
            var crowding = rule.Grade(observation, seen?.Crowding ?? levels.LastOrDefault());
            var isAsSeen = seen is not null && (seen.Crowding.Side, seen.Crowding.Level) == (crowding.Side, crowding.Level);
            present = new(crowding, isAsSeen ? Math.Max(seen!.Since, start) : now, now);
            log.Add(present.Since, crowding, Terms.IntervalHours, isProvisional: true, canClear: running.FixedShare >= Rules.EarlyShare);
        }

        var shortened = spells.Select(spell => new FundingAlert
        {
            Kind = AlertKind.IntervalShortened,
            Side = spell.Side,
            Level = CrowdingLevel.Extreme,
            Reasons = CrowdingReasons.IntervalShortened,
            FiredAt = spell.At,
            ClearedAt = spell.ClearedAt,
        });
        return new()
        {
            Settled = levels,
            Present = present?.Crowding,
            Remembered = present,
            Shortening = spells.LastOrDefault(spell => spell.EndedAt is null),
            Alerts = [.. log.Alerts.Concat(shortened).Where(alert => !(alert.ClearedAt < now - (Rules.AlertDays * DayMs))).OrderBy(alert => alert.FiredAt)],
        };

        LevelObservation Seen(long time, double rate, double per8Hours) => new(
            per8Hours,
            window.MidRankOf(per8Hours),
            window.Count,
            Terms.UtilisationOf(rate),
            spells.LastOrDefault(spell => spell.At < time)?.SideAt(time) ?? PayingSide.Nobody);
    }
}
