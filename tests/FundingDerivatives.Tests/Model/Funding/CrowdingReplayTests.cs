using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class CrowdingReplayTests
{
    private const int Quiet = 99;

    private static readonly LevelRules Rules = new();
    private static readonly FundingTerms EightHours = new(8, 0.0001, 0.003, -0.003);

    [Fact]
    public void Spell_fires_escalates_and_clears()
    {
        // After 99 quiet settlements: 0.0004 is above all 99, rank 1, HIGH; 0.0006 EXTREME; 0.00045 is above 99 of 101, rank .98 >= .94, and above 80 %
        // of 0.0005: EXTREME still; 0.0001 ends it.
        var replay = Replay([0.0004, 0.0006, 0.00045, 0.0001]);

        replay.Settled.Skip(Quiet).Select(crowding => crowding.Level)
            .ShouldBe([CrowdingLevel.High, CrowdingLevel.Extreme, CrowdingLevel.Extreme, CrowdingLevel.Normal]);
        replay.Alerts.ShouldBe(
        [
            Alert(PayingSide.Longs, CrowdingLevel.High, 0, 1) with { IsEscalated = true },
            Alert(PayingSide.Longs, CrowdingLevel.Extreme, 1, 3),
        ]);
    }

    [Fact]
    public void Falling_from_extreme_to_high_is_no_new_alert()
    {
        // 0.00035 is below 80 % of 0.0005 and above 80 % of 0.0003; its rank is 99 / 100.
        var replay = Replay([0.0006, 0.00035]);

        replay.Settled[^1].Level.ShouldBe(CrowdingLevel.High);
        replay.Alerts.ShouldBe([Alert(PayingSide.Longs, CrowdingLevel.Extreme, 0, null)]);
    }

    [Fact]
    public void First_settlements_have_too_little_history()
    {
        var replay = Replay([]);

        replay.Settled[59].Level.ShouldBe(CrowdingLevel.InsufficientHistory);
        replay.Settled[60].ShouldBe(new(PayingSide.Longs, CrowdingLevel.Normal, CrowdingReasons.None, 0.5, 60));
    }

    [Fact]
    public void Same_alert_within_the_cooldown_is_suppressed()
    {
        // HIGH at 0, quiet at 1, HIGH at 2 (rank 100.5 / 101) and again at 4: 16 hours apart, cooldown 24.
        var replay = Replay([0.0004, 0.0001, 0.0004, 0.0001, 0.0004], Rules with { CooldownHours = 24 });

        replay.Alerts.Select(alert => alert.SuppressedByFiringAt).ShouldBe([null, Time(0), null]);
        replay.Alerts.Select(alert => alert.FiredAt).ShouldBe([Time(0), Time(2), Time(4)]);
    }

    [Fact]
    public void Cooldown_is_over_when_it_has_passed() =>
        Replay([0.0004, 0.0001, 0.0004], Rules with { CooldownHours = 16 }).Alerts.ShouldAllBe(alert => alert.SuppressedByFiringAt == null);

    [Fact]
    public void Sides_have_alerts_of_their_own()
    {
        var replay = Replay([0.0004, -0.0002, 0.0001]);

        replay.Alerts.ShouldBe([Alert(PayingSide.Longs, CrowdingLevel.High, 0, 1), Alert(PayingSide.Shorts, CrowdingLevel.Extreme, 1, 2)]);
    }

    [Fact]
    public void Estimate_is_the_last_observation()
    {
        var now = Time(0) + Hour;
        var replay = Replay([0.0001], now: now, estimate: new(0.0004, 0.5));

        replay.Present.ShouldBe(new(PayingSide.Longs, CrowdingLevel.High, CrowdingReasons.PercentileAndFloor, 1, 100));
        replay.Alerts.ShouldBe([Alert(PayingSide.Longs, CrowdingLevel.High, 0, null) with { FiredAt = now, IsProvisional = true }]);
    }

    [Fact]
    public void Estimate_at_the_instant_of_a_settlement_is_ranked_against_it() =>
        Replay([0.0001], now: Time(0), estimate: new(0.0001, 0)).Present!.HistoryCount.ShouldBe(Quiet + 1);

    [Fact]
    public void Estimate_clears_what_settlements_fired()
    {
        var now = Time(0) + Hour;

        Replay([0.0004], now: now, estimate: new(0.0001, 0.5)).Alerts
            .ShouldBe([Alert(PayingSide.Longs, CrowdingLevel.High, 0, null) with { ClearedAt = now }]);
    }

    [Fact]
    public void Early_estimate_clears_nothing()
    {
        var replay = Replay([0.0004], estimate: new(0.0001, 0.2));

        replay.Present!.Level.ShouldBe(CrowdingLevel.Normal);
        replay.Alerts.ShouldBe([Alert(PayingSide.Longs, CrowdingLevel.High, 0, null)]);
    }

    [Fact]
    public void Early_estimate_is_extreme_only_after_an_extreme_settlement()
    {
        var early = new RunningEstimate(0.001, 0.1);

        Replay([0.0001], estimate: early).Present!.Level.ShouldBe(CrowdingLevel.High);
        Replay([0.0006], estimate: early).Present!.Level.ShouldBe(CrowdingLevel.Extreme);
        Replay([-0.0006], estimate: early).Present!.Level.ShouldBe(CrowdingLevel.High);
    }

    [Fact]
    public void Level_that_was_seen_within_the_interval_is_held()
    {
        var (first, second) = (Time(0) + Hour, Time(0) + (2 * Hour));
        var seen = Replay([0.0001], now: first, estimate: new(0.0004, 0.5)).Remembered;

        var alone = Replay([0.0001], now: second, estimate: new(0.00025, 0.5));
        var held = Replay([0.0001], now: second, estimate: new(0.00025, 0.5), remembered: seen);

        alone.Present!.Level.ShouldBe(CrowdingLevel.Elevated);
        held.Present!.Level.ShouldBe(CrowdingLevel.High);
        held.Present.Reasons.ShouldBe(CrowdingReasons.PercentileAndFloor | CrowdingReasons.HeldByHysteresis);
        held.Alerts.ShouldHaveSingleItem().FiredAt.ShouldBe(first);
        held.Remembered.ShouldBe(new(held.Present, first, second));
    }

    [Fact]
    public void Level_that_was_seen_before_the_last_settlement_is_left_aside()
    {
        var seen = Replay([0.0001], now: Time(0) + Hour, estimate: new(0.0004, 0.5)).Remembered;

        Replay([0.0001, 0.0001], now: Time(1) + Hour, estimate: new(0.00025, 0.5), remembered: seen).Present!.Level.ShouldBe(CrowdingLevel.Elevated);
    }

    [Fact]
    public void Shortened_interval_is_an_alert_until_the_interval_is_back()
    {
        // 8 h, at the cap at hour 8, hourly from 9 to 11, 4 h from 15 on.
        (int Hour, double Rate)[] settlements = [(0, 0.0001), (8, 0.003), (9, 0.0005), (10, -0.0001), (11, 0.0001), (15, 0.0001), (19, 0.0001)];

        var replay = ReplayOf(HistoryOf(4, settlements), EightHours, Rules, Start + (20 * Hour), null);

        replay.Settled.Select(crowding => (crowding.Level, crowding.Reasons)).ShouldBe(
        [
            (CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory),
            (CrowdingLevel.Extreme, CrowdingReasons.CapUtilisation),
            (CrowdingLevel.Extreme, CrowdingReasons.IntervalShortened),
            (CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory),
            (CrowdingLevel.Extreme, CrowdingReasons.IntervalShortened),
            (CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory),
            (CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory),
        ]);
        var shortened = replay.Alerts.Where(alert => alert.Kind == AlertKind.IntervalShortened).ShouldHaveSingleItem();
        (shortened.FiredAt, shortened.ClearedAt, shortened.Side).ShouldBe((Start + (8 * Hour), Start + (11 * Hour), PayingSide.Longs));
    }

    [Fact]
    public void Alerts_that_ended_long_ago_are_not_told()
    {
        var quiet = Enumerable.Repeat(0.0001, 95);

        // Ends at settlement 1, 8 hours after the start of the spell; 95 settlements later are 31 days.
        Replay([0.0004, .. quiet]).Alerts.ShouldBeEmpty();
        Replay([0.0004, .. quiet], Rules with { AlertDays = 40 }).Alerts.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_settlements_there_is_the_estimate_only()
    {
        var replay = ReplayOf(FundingHistory.Of([], 8), EightHours, Rules, Start, new(0.003, 1));

        replay.Present!.Level.ShouldBe(CrowdingLevel.Extreme);
        replay.Alerts.ShouldHaveSingleItem().IsProvisional.ShouldBeTrue();
        ReplayOf(FundingHistory.Of([], 8), EightHours, Rules, Start, null).Alerts.ShouldBeEmpty();
    }

    [Property]
    public bool Alerts_of_a_side_follow_one_another_and_replays_agree(byte[] steps, byte interval)
    {
        var hours = 1 << (interval % 4);
        var rates = steps.SelectMany(step => Enumerable.Repeat((step - 128) * 1e-5 * hours / 8, 3)).ToArray();
        var rules = Rules with { MinHistory = 5 };
        var history = Regular(hours, rates);
        var now = Start + (rates.Length * hours * Hour);
        var replay = ReplayOf(history, EightHours with { IntervalHours = hours }, rules, now, null);
        var again = ReplayOf(history, EightHours with { IntervalHours = hours }, rules, now, null);

        return replay.Alerts.SequenceEqual(again.Alerts)
            && replay.Alerts.GroupBy(alert => alert.Side).All(side => side.Zip(side.Skip(1)).All(pair => pair.First.ClearedAt <= pair.Second.FiredAt))
            && replay.Alerts.All(alert => alert.Level >= CrowdingLevel.High && !(alert.ClearedAt <= alert.FiredAt))
            && (replay.Settled is not [.., var last] || last.Level < CrowdingLevel.High || replay.Alerts.Any(alert => alert.Side == last.Side && alert.ClearedAt is null));
    }

    [Property(MaxTest = 30)]
    public bool Rank_of_a_settlement_is_its_mid_rank_among_the_days_before_it(short[] rates)
    {
        var rules = Rules with { HistoryDays = 3 };
        var history = Regular(4, rates.Select(rate => rate % 20 * 1e-5));
        var replay = ReplayOf(history, EightHours with { IntervalHours = 4 }, rules, Start, null);

        // Three days before a settlement, without it, hold 18 others.
        return replay.Settled.Select((crowding, i) => crowding.MidRank == MidRank(i)).All(equal => equal);

        double? MidRank(int i)
        {
            var before = history.Settlements[Math.Max(0, i - 18)..i].ToArray().Select(settlement => settlement.Per8Hours).ToArray();
            return before.Length == 0 ? null : FundingDerivatives.Model.Standing.MidRankOf(before, history.Settlements[i].Per8Hours);
        }
    }

    // Quiet settlements at the baseline, then the given ones.
    private static CrowdingReplay Replay(
        double[] rates, LevelRules? rules = null, long? now = null, RunningEstimate? estimate = null, RememberedLevel? remembered = null) =>
        ReplayOf(
            Regular(8, Enumerable.Repeat(0.0001, Quiet).Concat(rates)),
            EightHours,
            rules ?? Rules,
            now ?? Time(rates.Length - 1) + Hour,
            estimate,
            remembered);

    private static FundingAlert Alert(PayingSide side, CrowdingLevel level, int from, int? until) => new()
    {
        Kind = AlertKind.Crowding,
        Side = side,
        Level = level,
        Reasons = CrowdingReasons.PercentileAndFloor,
        FiredAt = Time(from),
        ClearedAt = until is { } end ? Time(end) : null,
    };

    private static long Time(int settlementAfterQuiet) => Start + ((Quiet + settlementAfterQuiet) * 8 * Hour);

    private static CrowdingReplay ReplayOf(
        FundingHistory history, FundingTerms terms, LevelRules rules, long now, RunningEstimate? estimate, RememberedLevel? remembered = null) =>
        new SettledReplay(history, terms, rules).Look(now, estimate, remembered);
}
