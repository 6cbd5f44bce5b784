using OmnipotentFutures.FundingDerivatives.Model.Evidence;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Evidence;

public class ReferenceEvidenceTests
{
    private static readonly LevelRules Rules = new();

    [Theory]
    [InlineData(nameof(PayingSide.Longs), nameof(CrowdingLevel.High), 42)]
    [InlineData(nameof(PayingSide.Longs), nameof(CrowdingLevel.Extreme), 15)]
    [InlineData(nameof(PayingSide.Shorts), nameof(CrowdingLevel.High), 30)]
    [InlineData(nameof(PayingSide.Shorts), nameof(CrowdingLevel.Extreme), null)]
    [InlineData(nameof(PayingSide.Longs), nameof(CrowdingLevel.Elevated), null)]
    [InlineData(nameof(PayingSide.Longs), nameof(CrowdingLevel.Normal), null)]
    [InlineData(nameof(PayingSide.Nobody), nameof(CrowdingLevel.High), null)]
    public void Level_has_the_measurement_of_its_floor(string side, string level, int? events) =>
        (ReferenceEvidence.For(Enum.Parse<PayingSide>(side), Enum.Parse<CrowdingLevel>(level), Rules)?.Events).ShouldBe(events);

    [Fact]
    public void Another_floor_has_no_measurement() =>
        ReferenceEvidence.For(PayingSide.Longs, CrowdingLevel.High, Rules with { LongsPayFloors = new(0.0002, 0.0004, 0.0005) }).ShouldBeNull();

    [Fact]
    public void Floor_that_was_measured_for_another_level_counts_for_its_size() =>
        ReferenceEvidence.For(PayingSide.Shorts, CrowdingLevel.Elevated, Rules with { ShortsPayFloors = new(0.0001, 0.0002, 0.0003) })!.Mean.ShouldBe(0.0103);

    [Fact]
    public void Every_mean_lies_within_its_interval_and_no_interval_excludes_the_unconditional_mean()
    {
        foreach (var row in new[] { For(PayingSide.Longs, CrowdingLevel.High), For(PayingSide.Longs, CrowdingLevel.Extreme), For(PayingSide.Shorts, CrowdingLevel.High) })
        {
            row.Mean.ShouldBeInRange(row.Confidence.Low, row.Confidence.High);
            ReferenceEvidence.UnconditionalMean.ShouldBeInRange(row.Confidence.Low, row.Confidence.High);
        }

        static ReferenceEvidence For(PayingSide side, CrowdingLevel level) => ReferenceEvidence.For(side, level, Rules).ShouldNotBeNull();
    }

    [Fact]
    public void Sample_is_of_the_days_it_says()
    {
        DateTimeOffset.FromUnixTimeMilliseconds(ReferenceEvidence.From).ShouldBe(new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero));
        DateTimeOffset.FromUnixTimeMilliseconds(ReferenceEvidence.To).ShouldBe(new(2025, 10, 27, 0, 0, 0, TimeSpan.Zero));
    }
}
