using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class FundingStateTests
{
    private const string Symbol = "TESTUSDT";

    private static readonly LevelRules Rules = new();
    private static readonly (int Hour, decimal Rate)[] Quiet = [.. Enumerable.Range(0, 100).Select(i => (8 * i, 0.0001m))];
    private static readonly int End = Quiet[^1].Hour;

    [Theory]
    [InlineData(true, "0.0004", 1, "0.0004")]
    [InlineData(true, "0", 1, "0")]
    [InlineData(true, "0.0004", null, "0.0004")]
    // A contract without a coming settlement goes on being listed at zero.
    [InlineData(true, "0", null, null)]
    [InlineData(false, "0.0004", 1, null)]
    [InlineData(false, "0.0004", null, null)]
    public void Rate_is_of_a_contract_that_trades(bool isTrading, string listed, int? nextIn, string? expected)
    {
        var state = FundingState.Of(
            isTrading, Premium(Parsed(listed), nextIn is { } hours ? End + hours : null), Published(8), Settled(Quiet), Rules, At(End), null);

        state.Rate.ShouldBe(expected is null ? null : Parsed(expected));
        (state.Crowding is not null).ShouldBe(expected is not null);
        (state.NextFundingTime is not null).ShouldBe(isTrading && nextIn is not null);
    }

    [Theory]
    [InlineData(8, 1, 1, IntervalSource.Inferred)]
    [InlineData(8, 2, 2, IntervalSource.Inferred)]
    [InlineData(8, 4, 4, IntervalSource.Inferred)]
    [InlineData(4, 1, 1, IntervalSource.Inferred)]
    // Nothing of these contradicts what is published: the interval itself, none at all, none in time, longer than it, and one already past.
    [InlineData(8, 8, 8, IntervalSource.FundingInfo)]
    [InlineData(8, 3, 8, IntervalSource.FundingInfo)]
    [InlineData(8, 0, 8, IntervalSource.FundingInfo)]
    [InlineData(1, 4, 1, IntervalSource.FundingInfo)]
    [InlineData(8, -1, 8, IntervalSource.FundingInfo)]
    // Without rules the gap of the last settlements, 8 hours, stands in their place.
    [InlineData(null, 1, 1, IntervalSource.Inferred)]
    [InlineData(null, 8, 8, IntervalSource.Inferred)]
    public void Interval_is_no_longer_than_from_the_last_settlement_to_the_coming_one(int? published, int nextIn, int hours, IntervalSource source)
    {
        var next = Premium(0.0001m, End + nextIn);

        var state = State(next, published is { } known ? Published(known) : null, Quiet);

        state.Interval.ShouldBe(new(hours, source));
        state.Terms.IntervalHours.ShouldBe(hours);
        state.History.IntervalHours.ShouldBe(hours);
    }

    [Fact]
    public void Interval_is_read_off_full_hours()
    {
        // The last settlement is listed 7 ms after its hour.
        FundingRate[] late = [.. Settled(Quiet).Select(row => row with { FundingTime = row.FundingTime + 7 })];

        var state = FundingState.Of(true, Premium(0.0001m, End + 1), Published(8), late, Rules, At(End) + (Hour / 2), null);

        state.Interval.ShouldBe(new(1, IntervalSource.Inferred));
        // Half of the hour, not of the eight hours: 360 · 361 / (720 · 721).
        state.FixedShare.ShouldNotBeNull().ShouldBe(0.2503, 1e-4);
    }

    [Fact]
    public void Interval_without_a_coming_settlement_or_a_last_one_is_the_published_one()
    {
        FundingState.Of(false, Premium(0.0001m, End + 1), Published(8), Settled(Quiet), Rules, At(End), null).Interval
            .ShouldBe(new(8, IntervalSource.FundingInfo));
        State(Premium(0.0001m, 1), Published(8), []).Interval.ShouldBe(new(8, IntervalSource.FundingInfo));
    }

    [Fact]
    public void Plain_move_to_hourly_settlement_changes_no_level()
    {
        var hourly = Enumerable.Range(1, 40).Select(i => (End + i, 0.0000125m * (1 + (i % 2))));

        var state = State(Premium(0.0000125m, End + 41), Published(1), [.. Quiet, .. hourly]);

        state.History.LastIntervalChange.ShouldNotBeNull().ToHours.ShouldBe(1);
        state.Crowding!.Level.ShouldBe(CrowdingLevel.Normal);
        state.Replay.Alerts.ShouldBeEmpty();
    }

    [Fact]
    public void Trifles_after_a_settlement_at_the_cap_are_no_alerts()
    {
        // 0.00002 an hour is 0.00016 in 8 hours: less than ELEVATED asks of longs. For shorts 0.00002 in 8 hours is less than 0.00005.
        var around = Enumerable.Range(9, 64).Select(i => (End + i, i % 2 == 0 ? 0.00002m : -0.0000025m));

        var state = State(Premium(0.00002m, End + 73), Published(1), [.. Quiet, (End + 8, 0.003m), .. around]);

        state.Crowding!.Level.ShouldBe(CrowdingLevel.Normal);
        state.Replay.Alerts.Select(alert => (alert.Kind, alert.FiredAt, alert.ClearedAt)).ShouldBe(
        [
            (AlertKind.Crowding, At(End + 8), At(End + 9)),
            (AlertKind.IntervalShortened, At(End + 8), At(End + 24)),
        ]);
    }

    [Fact]
    public void Settled_part_is_worked_out_once_for_an_array()
    {
        var settlements = Settled(Quiet);
        var premium = Premium(0.0004m, End + 8);
        var first = FundingState.Of(true, premium, Published(8), settlements, Rules, At(End) + 1, null);

        // Other looks at the running estimate, equal rules of another instance, and a pause in trading.
        var looks = new[]
        {
            FundingState.Of(true, Premium(-0.0003m, End + 8), Published(8), settlements, new LevelRules(), At(End) + Hour, null),
            FundingState.Of(false, null, Published(8), settlements, Rules, At(End) + Hour, null),
        };

        looks.ShouldAllBe(look => ReferenceEquals(look.History, first.History) && ReferenceEquals(look.Replay.Settled, first.Replay.Settled));
        State(premium, Published(8), Quiet).Replay.Settled.ShouldNotBeSameAs(first.Replay.Settled);
    }

    [Fact]
    public void Settled_part_is_worked_out_again_when_it_would_differ()
    {
        FundingRate[] settlements = Settled([.. Quiet, (End + 8, 0.0015m)]);
        var premium = Premium(0.0004m, End + 16);
        var now = At(End + 8) + 1;

        LevelOf(Published(8), Rules).ShouldBe(CrowdingLevel.Extreme);
        LevelOf(Published(8), Rules with { Ranks = new(1, 1, 1), LongsPayFloors = new(0.0016, 0.002, 0.003) }).ShouldBe(CrowdingLevel.Normal);
        // 0.0015 is 75 % of 0.002 and half of 0.003.
        ReasonsOf(Published(8) with { AdjustedFundingRateCap = 0.002m }).ShouldBe(CrowdingReasons.PercentileAndFloor | CrowdingReasons.CapUtilisation);
        ReasonsOf(Published(8)).ShouldBe(CrowdingReasons.PercentileAndFloor);
        ReasonsOf(Published(8) with { AdjustedFundingRateFloor = -0.01m }).ShouldBe(CrowdingReasons.PercentileAndFloor);
        FundingState.Of(true, Premium(0.0004m, End + 9), Published(8), settlements, Rules, now, null).History.IntervalHours.ShouldBe(1);
        FundingState.Of(true, premium with { InterestRate = 0.0003m }, Published(8), settlements, Rules, now, null).Terms.Interest.ShouldBe(0.0003);

        CrowdingLevel LevelOf(FundingInfo published, LevelRules rules) =>
            FundingState.Of(true, premium, published, settlements, rules, now, null).Replay.Settled[^1].Level;
        CrowdingReasons ReasonsOf(FundingInfo published) =>
            FundingState.Of(true, premium, published, settlements, Rules, now, null).Replay.Settled[^1].Reasons;
    }

    [Fact]
    public void Looks_in_parallel_see_what_looks_alone_see()
    {
        FundingRate[] settlements = Settled([.. Quiet, (End + 8, 0.0004m)]);
        var alone = Enumerable.Range(0, 200).Select(i => Told(Look([.. settlements], i))).ToArray();

        var together = new string[alone.Length];
        Parallel.For(0, alone.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Told(Look(settlements, i)));

        together.ShouldBe(alone);
        alone.Distinct().Count().ShouldBeGreaterThan(100);

        static FundingState Look(FundingRate[] settlements, int i) => FundingState.Of(
            true, Premium((i - 100) * 0.00001m, End + 16), Published(i % 3 == 0 ? 4 : 8), settlements, Rules, At(End + 8) + (i * Hour / 32), null);

        static string Told(FundingState state) =>
            $"{state.Crowding} {state.Replay.Remembered} {string.Join(", ", state.Replay.Alerts)} {state.Replay.Settled[^1]}";
    }

    private static FundingState State(PremiumIndex premium, FundingInfo? published, (int Hour, decimal Rate)[] settlements) =>
        FundingState.Of(true, premium, published, Settled(settlements), Rules, premium.NextFundingTime!.Value - (Hour / 4), null);

    private static FundingRate[] Settled((int Hour, decimal Rate)[] settlements) =>
        [.. settlements.Select(settlement => new FundingRate { Symbol = Symbol, FundingTime = At(settlement.Hour), Rate = settlement.Rate })];

    private static PremiumIndex Premium(decimal rate, int? nextHour) => new()
    {
        Symbol = Symbol,
        LastFundingRate = rate,
        InterestRate = 0.0001m,
        NextFundingTime = nextHour is { } hour ? At(hour) : 0,
        Time = Start,
    };

    private static FundingInfo Published(int hours) => new()
    {
        Symbol = Symbol,
        FundingIntervalHours = hours,
        AdjustedFundingRateCap = 0.003m,
        AdjustedFundingRateFloor = -0.003m,
    };

    private static decimal Parsed(string rate) => decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture);

    private static long At(int hour) => Start + (hour * Hour);
}
