using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class LevelRuleTests
{
    private static readonly LevelRules Rules = new();

    [Theory]
    [InlineData(0.0002, 0.90, nameof(CrowdingLevel.Elevated))]
    [InlineData(0.0003, 0.95, nameof(CrowdingLevel.High))]
    [InlineData(0.0005, 0.99, nameof(CrowdingLevel.Extreme))]
    // A high rank of a trifle, and a dear rate that is usual for the contract.
    [InlineData(0.00019, 1, nameof(CrowdingLevel.Normal))]
    [InlineData(0.01, 0.5, nameof(CrowdingLevel.Normal))]
    // The lower of the two counts.
    [InlineData(0.0004, 1, nameof(CrowdingLevel.High))]
    [InlineData(0.01, 0.94, nameof(CrowdingLevel.Elevated))]
    [InlineData(-0.00005, 0.10, nameof(CrowdingLevel.Elevated))]
    [InlineData(-0.0001, 0.05, nameof(CrowdingLevel.High))]
    [InlineData(-0.0002, 0.01, nameof(CrowdingLevel.Extreme))]
    [InlineData(-0.0002, 0.02, nameof(CrowdingLevel.High))]
    // A low rank of a rate that longs still pay, and nothing at all.
    [InlineData(0.00005, 0.01, nameof(CrowdingLevel.Normal))]
    [InlineData(0, 0.01, nameof(CrowdingLevel.Normal))]
    public void Level_takes_a_rank_and_a_rate(double per8Hours, double midRank, string expected)
    {
        var crowding = Grade(Seen(per8Hours, midRank));

        crowding.Level.ToString().ShouldBe(expected);
        crowding.Side.ShouldBe(PayingSides.Of(per8Hours));
        crowding.Reasons.ShouldBe(crowding.Level > CrowdingLevel.Normal ? CrowdingReasons.PercentileAndFloor : CrowdingReasons.None);
    }

    [Theory]
    // Rank exits at .90 for HIGH, the rate at 80 % of 0.0003 = 0.00024.
    [InlineData(0.00024, 0.90, nameof(CrowdingLevel.High))]
    [InlineData(0.00024, 0.899, nameof(CrowdingLevel.Elevated))]
    [InlineData(0.000239, 0.95, nameof(CrowdingLevel.Elevated))]
    // ELEVATED exits at .85 and 0.00016.
    [InlineData(0.00016, 0.85, nameof(CrowdingLevel.Elevated))]
    [InlineData(0.000159, 0.95, nameof(CrowdingLevel.Normal))]
    public void Level_is_left_below_its_entry_only(double per8Hours, double midRank, string expected)
    {
        var crowding = Grade(Seen(per8Hours, midRank), Grade(Seen(0.0003, 0.95)));

        crowding.Level.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Held_level_says_so()
    {
        Grade(Seen(0.00025, 0.92), Grade(Seen(0.0003, 0.95))).Reasons
            .ShouldBe(CrowdingReasons.PercentileAndFloor | CrowdingReasons.HeldByHysteresis);
        Grade(Seen(0.0003, 0.95), Grade(Seen(0.0003, 0.95))).Reasons.ShouldBe(CrowdingReasons.PercentileAndFloor);
    }

    [Fact]
    public void Level_of_one_side_is_not_held_by_the_other() =>
        Grade(Seen(-0.00009, 0.08), Grade(Seen(0.0006, 1))).Level.ShouldBe(CrowdingLevel.Elevated);

    [Fact]
    public void Short_history_has_no_level()
    {
        Grade(Seen(0.01, 1) with { HistoryCount = 59 }).ShouldBe(
            new(PayingSide.Longs, CrowdingLevel.InsufficientHistory, CrowdingReasons.InsufficientHistory, 1, 59));
        Grade(Seen(0.01, 1) with { HistoryCount = 60 }).Level.ShouldBe(CrowdingLevel.Extreme);
    }

    [Fact]
    public void Rate_near_the_cap_is_extreme_even_without_a_history() =>
        Grade(Seen(0.01, 1) with { HistoryCount = 0, MidRank = null, CapUtilisation = 0.75 }).ShouldBe(
            new(PayingSide.Longs, CrowdingLevel.Extreme, CrowdingReasons.CapUtilisation, null, 0));

    [Theory]
    // 80 % of 0.75.
    [InlineData(0.6, nameof(CrowdingLevel.Extreme))]
    [InlineData(0.599, nameof(CrowdingLevel.InsufficientHistory))]
    public void Level_by_the_cap_is_left_below_its_entry_only(double utilisation, string expected)
    {
        var near = Seen(0.01, 1) with { HistoryCount = 0, CapUtilisation = 0.8 };

        Grade(near with { CapUtilisation = utilisation }, Grade(near)).Level.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Level_by_the_rank_is_not_held_by_the_cap() =>
        Grade(Seen(0.0001, 0.5) with { CapUtilisation = 0.7 }, Grade(Seen(0.001, 1) with { CapUtilisation = 0.7 })).Level.ShouldBe(CrowdingLevel.Normal);

    [Fact]
    public void Shortened_interval_is_extreme_for_the_side_that_brought_it_from_the_floor_of_elevated_on()
    {
        Grade(Seen(0.0002, 0.5) with { ShortenedBy = PayingSide.Longs }).ShouldBe(
            new(PayingSide.Longs, CrowdingLevel.Extreme, CrowdingReasons.IntervalShortened, 0.5, 270));
        Grade(Seen(-0.00005, 0.5) with { ShortenedBy = PayingSide.Shorts }).Level.ShouldBe(CrowdingLevel.Extreme);
        Grade(Seen(0.000199, 0.5) with { ShortenedBy = PayingSide.Longs }).Level.ShouldBe(CrowdingLevel.Normal);
        Grade(Seen(-0.000049, 0.5) with { ShortenedBy = PayingSide.Shorts }).Level.ShouldBe(CrowdingLevel.Normal);
        Grade(Seen(-0.001, 0.3) with { ShortenedBy = PayingSide.Longs }).Level.ShouldBe(CrowdingLevel.Normal);
        Grade(Seen(0, 0.3) with { ShortenedBy = PayingSide.Nobody }).Level.ShouldBe(CrowdingLevel.Normal);
    }

    [Fact]
    public void All_reasons_for_extreme_are_told() =>
        Grade(Seen(0.01, 1) with { ShortenedBy = PayingSide.Longs, CapUtilisation = 1 }).Reasons.ShouldBe(
            CrowdingReasons.PercentileAndFloor | CrowdingReasons.CapUtilisation | CrowdingReasons.IntervalShortened);

    [Fact]
    public void Early_estimate_is_high_at_most()
    {
        var early = Seen(0.01, 1) with { FixedShare = 0.24, CapUtilisation = 0.9 };

        Grade(early).ShouldBe(new(PayingSide.Longs, CrowdingLevel.High, CrowdingReasons.PercentileAndFloor | CrowdingReasons.EarlyEstimate, 1, 270));
        Grade(early with { FixedShare = 0.25 }).Level.ShouldBe(CrowdingLevel.Extreme);
        Grade(early with { FollowsExtreme = true }).Level.ShouldBe(CrowdingLevel.Extreme);
        Grade(early with { HistoryCount = 10 }).Level.ShouldBe(CrowdingLevel.InsufficientHistory);
        Grade(early with { MidRank = 0.5 }).Level.ShouldBe(CrowdingLevel.Normal);
    }

    [Fact]
    public void Early_estimate_says_nothing_where_it_changes_nothing() =>
        Grade(Seen(0.0003, 0.96) with { FixedShare = 0.01 }).Reasons.ShouldBe(CrowdingReasons.PercentileAndFloor);

    [Property]
    public bool Dearer_and_rarer_is_never_a_lower_level(byte rankOne, byte rankOther, short rateOne, short rateOther, bool shorts)
    {
        var (low, high) = (Math.Min(rankOne, rankOther) / 255.0, Math.Max(rankOne, rankOther) / 255.0);
        var (small, large) = (Size(Math.Min(Math.Abs((int)rateOne), Math.Abs((int)rateOther))), Size(Math.Max(Math.Abs((int)rateOne), Math.Abs((int)rateOther))));
        return Level(low, small) <= Level(high, large);

        CrowdingLevel Level(double rank, double size) => Grade(shorts ? Seen(-size, 1 - rank) : Seen(size, rank)).Level;
        static double Size(int steps) => (1 + (steps % 100)) * 1e-5;
    }

    [Property]
    public bool Hysteresis_never_lowers_a_level(byte rank, sbyte rate, byte rankBefore, sbyte rateBefore)
    {
        var (now, before) = (Seen(rate * 1e-5, rank / 255.0), Seen(rateBefore * 1e-5, rankBefore / 255.0));
        var (fresh, held) = (Grade(now), Grade(now, Grade(before)));
        return held.Level >= fresh.Level && held.Side == fresh.Side && (held.Level == fresh.Level || held.Level <= Grade(before).Level);
    }

    private static LevelObservation Seen(double per8Hours, double midRank) => new(per8Hours, midRank, 270, 0.1, PayingSide.Nobody);

    private static Crowding Grade(LevelObservation observation, Crowding? previous = null) => new LevelRule(Rules).Grade(observation, previous);
}
