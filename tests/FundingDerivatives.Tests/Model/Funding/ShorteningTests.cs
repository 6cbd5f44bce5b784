using OmnipotentFutures.FundingDerivatives.Model.Funding;
using static OmnipotentFutures.FundingDerivatives.Tests.Model.Funding.Histories;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class ShorteningTests
{
    private const double CapUtilisation = 0.75;

    private static readonly FundingTerms Terms = new(1, 0.0001, 0.003, -0.002);

    [Theory]
    // Three quarters of 0.003 and of −0.002.
    [InlineData(0.00226, nameof(PayingSide.Longs))]
    [InlineData(0.00224, null)]
    [InlineData(-0.00151, nameof(PayingSide.Shorts))]
    [InlineData(-0.00149, null)]
    [InlineData(0, null)]
    public void Change_to_hourly_settlement_after_a_settlement_near_the_limit_is_one(double rate, string? side) =>
        Of(HistoryOf(1, (0, 0.0001), (8, rate), (9, 0.0001))).SingleOrDefault()?.Side.ToString().ShouldBe(side);

    [Fact]
    public void Change_without_a_known_limit_is_none()
    {
        var history = HistoryOf(1, (0, 0.0001), (8, 0.003), (9, 0.0001));

        Shortening.Of(history, Terms with { Cap = null }, CapUtilisation).ShouldBeEmpty();
        Shortening.Of(history, Terms with { Floor = null }, CapUtilisation).ShouldHaveSingleItem();
        history.IntervalChanges.ShouldHaveSingleItem().ToHours.ShouldBe(1);
    }

    [Fact]
    public void Change_to_another_interval_is_none() => Of(HistoryOf(4, (0, 0.0001), (8, 0.003), (12, 0.003), (16, 0.003))).ShouldBeEmpty();

    [Fact]
    public void Spell_ends_with_its_last_hourly_settlement()
    {
        // At the floor at 8, hourly to 10, 4 hours from there on, at the cap at 18, hourly again.
        var spells = Of(HistoryOf(1, (0, 0), (8, -0.002), (9, 0.0001), (10, 0), (14, 0), (18, 0.003), (19, 0.001), (20, 0.0002)));

        spells.ShouldBe(
        [
            new(At(8), PayingSide.Shorts, 2, CalmAt: null, EndedAt: At(10)),
            new(At(18), PayingSide.Longs, 1, CalmAt: null, EndedAt: null),
        ]);
        spells[0].ClearedAt.ShouldBe(At(10));
        spells[1].ClearedAt.ShouldBeNull();
    }

    [Fact]
    public void Calm_settlements_are_those_in_a_row_at_the_end()
    {
        // Calm 0.0001, restless 0.0003, calm 0.00025 and −0.0001.
        Of(HistoryOf(1, (0, 0), (8, 0.003), (9, 0.0001), (10, 0.0003), (11, 0.00025), (12, -0.0001))).ShouldHaveSingleItem().CalmSettlements.ShouldBe(2);
    }

    [Fact]
    public void Settlements_up_to_the_change_are_not_calm_ones() =>
        Shortening.Of(HistoryOf(1, (0, 0.0001), (8, 0.0002)), Terms with { Cap = 0.0002 }, CapUtilisation).ShouldBe(
            [new(At(8), PayingSide.Longs, 0, CalmAt: null, EndedAt: null)]);

    [Theory]
    [InlineData(15, 15, null)]
    [InlineData(16, 16, 24)]
    [InlineData(40, 16, 24)]
    public void Sixteenth_calm_settlement_in_a_row_clears_it(int calm, int counted, int? hour)
    {
        var spell = Of(AtTheCapThen(calm)).ShouldHaveSingleItem();

        spell.CalmSettlements.ShouldBe(counted);
        spell.CalmAt.ShouldBe(hour is { } known ? At(known) : null);
        spell.ClearedAt.ShouldBe(spell.CalmAt);
        spell.EndedAt.ShouldBeNull();
    }

    [Fact]
    public void Restless_settlement_after_the_calm_starts_the_count_again_and_takes_nothing_back()
    {
        var history = FundingHistory.Of(
            [.. AtTheCapThen(20).Settlements.ToArray().Select(row => new Settlement(row.Time, row.Rate)), new(At(29), 0.001), new(At(30), 0.0001)], 1);

        Of(history).ShouldBe([new(At(8), PayingSide.Longs, 1, At(24), EndedAt: null)]);
    }

    [Fact]
    public void Side_is_dear_within_the_spell_until_the_calm()
    {
        var spell = new Shortening(At(8), PayingSide.Longs, 16, At(24), At(30));

        Sides(spell, 8, 9, 23, 24, 30).ShouldBe([PayingSide.Nobody, PayingSide.Longs, PayingSide.Longs, PayingSide.Nobody, PayingSide.Nobody]);
        Sides(spell with { CalmAt = null }, 8, 9, 30, 31).ShouldBe([PayingSide.Nobody, PayingSide.Longs, PayingSide.Longs, PayingSide.Nobody]);
        (spell with { CalmAt = null, EndedAt = null }).SideAt(long.MaxValue).ShouldBe(PayingSide.Longs);
        (spell with { CalmAt = null }).SideAt(long.MaxValue).ShouldBe(PayingSide.Nobody);
        (spell with { EndedAt = null }).SideAt(long.MaxValue).ShouldBe(PayingSide.Nobody);
    }

    private static FundingHistory AtTheCapThen(int calm) =>
        HistoryOf(1, [(0, 0.0), (8, 0.003), .. Enumerable.Range(9, calm).Select(hour => (hour, hour % 2 == 0 ? 0.00025 : -0.00025))]);

    private static Shortening[] Of(FundingHistory history) => Shortening.Of(history, Terms, CapUtilisation);

    private static PayingSide[] Sides(Shortening spell, params int[] hours) => Array.ConvertAll(hours, hour => spell.SideAt(At(hour)));

    private static long At(int hour) => Start + (hour * Hour);
}
