using OmnipotentFutures.FundingDerivatives.Model.Evidence;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Evidence;

public class LevelEvidenceTests
{
    private const long Hour = 3_600_000;

    private static readonly LevelRules Rules = new() { MinHistory = 2 };

    [Fact]
    public void Return_after_a_spell_is_from_its_first_settlement_to_24_hours_later()
    {
        // Graded from the third on. HIGH from settlement 3 to 4, price 100; three settlements later 103. Settlements 2, 3 and 4 have a price 24 hours later:
        // 50/100, 103/100 and 120/100 less 1.
        var evidence = Study([.0001, .0001, .0001, .0004, .0004, .0001, .0001, .0001], [7, 7, 100, 100, 100, 50, 103, 120]);

        evidence.Study.Events.ShouldBe(1);
        evidence.Study.Mean!.Value.ShouldBe(0.03, 1e-12);
        evidence.Study.SampleCount.ShouldBe(3);
        evidence.Study.UnconditionalMean!.Value.ShouldBe((-0.5 + 0.03 + 0.2) / 3, 1e-12);
        (evidence.Study.From, evidence.Study.To).ShouldBe((Time(2), Time(4)));
        evidence.Symbol.ShouldBe("TESTUSDT");
    }

    [Fact]
    public void Level_above_counts_too() =>
        Study([.0001, .0001, .0001, .0006, .0001, .0001, .0001], [1, 1, 1, 1, 1, 1, 1]).Study.Events.ShouldBe(1);

    [Fact]
    public void Other_side_does_not_count() =>
        Study([.0001, .0001, .0001, -.0006, .0001, .0001, .0001], [1, 1, 1, 1, 1, 1, 1]).Study.Events.ShouldBe(0);

    [Fact]
    public void Settlement_without_a_mark_price_has_no_return() =>
        Study([.0001, .0001, .0001, .0004, .0001, .0001, .0001], [1, 1, 1, null, 1, 1, 1]).Study.ShouldSatisfyAllConditions(
            study => study.Events.ShouldBe(0),
            study => study.Gap.ShouldBe(EvidenceGap.NoEvents),
            study => study.SampleCount.ShouldBe(1));

    [Theory]
    // Settlements every 8 hours up to the spell at 24, then the next one after a pause: half an interval around hour 48 is 44 to 52.
    [InlineData(44, 1)]
    [InlineData(52, 1)]
    [InlineData(43, 0)]
    [InlineData(53, 0)]
    public void Settlement_24_hours_later_may_be_half_an_interval_off(int hour, int events)
    {
        Settlement[] settlements = [new(Time(0), .0001, 1), new(Time(1), .0001, 1), new(Time(2), .0001, 1), new(Time(3), .0004, 1), new(Time(0) + (hour * Hour), .0001, 1)];

        Study(settlements).Study.Events.ShouldBe(events);
    }

    [Fact]
    public void Empty_history_has_nothing() => Study([], []).Study.SampleCount.ShouldBe(0);

    private static LevelEvidence Study(double[] rates, double?[] prices) => Study(rates.Select((rate, i) => new Settlement(Time(i), rate, prices[i])));

    private static LevelEvidence Study(IEnumerable<Settlement> settlements)
    {
        var history = FundingHistory.Of(settlements, 8);
        var settled = new SettledReplay(history, new(8, 0.0001, 0.003, -0.003), Rules).Look(Time(100), null).Settled;
        return LevelEvidence.Of("TESTUSDT", PayingSide.Longs, CrowdingLevel.High, history, settled, Rules);
    }

    private static long Time(int settlement) => 1_788_220_800_000 + (settlement * 8 * Hour);
}
