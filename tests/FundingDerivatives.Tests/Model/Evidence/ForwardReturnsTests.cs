using FsCheck;
using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Evidence;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Evidence;

public class ForwardReturnsTests
{
    private static readonly ForwardReturns Next = new() { HorizonMs = 1, ToleranceMs = 0, SeparationMs = 1 };

    [Fact]
    public void Return_is_taken_to_the_horizon()
    {
        // Instants 0 to 4, horizon 2: 110/100, 99/200, 220/110 less 1 each; the last two have no later price. Mean of all (0.1 − 0.505 + 1) / 3.
        var study = (Next with { HorizonMs = 2, SeparationMs = 2 }).Study([0, 1, 2, 3, 4], [100, 200, 110, 99, 220], [false, true, false, false, false]);

        study.SampleCount.ShouldBe(3);
        (study.From, study.To).ShouldBe((0L, 2L));
        study.UnconditionalMean!.Value.ShouldBe(0.595 / 3, 1e-12);
        study.UnconditionalShareUp.ShouldBe(2 / 3.0);
        study.Events.ShouldBe(1);
        study.Mean!.Value.ShouldBe(-0.505, 1e-12);
        study.ShareUp.ShouldBe(0);
        study.Confidence.ShouldBeNull();
        study.Gap.ShouldBe(EvidenceGap.FewEvents);
    }

    [Fact]
    public void Interval_is_students()
    {
        // Prices 100 and 101 … 108 in turn, an event at each 100: returns 1 % to 8 %. Mean 4.5 %; squares of the deviations 2 · (3.5² + 2.5² + 1.5² + 0.5²) = 42,
        // s² = 42/7 = 6, s/√8 = √0.75 = 0.8660; t of 7 degrees of freedom 2.3646: ±2.0478 %.
        var prices = Enumerable.Range(0, 16).Select(i => i % 2 == 0 ? 100.0 : 101 + (i / 2)).Prepend(100).Append(100).ToArray();
        var study = Next.Study(
            [.. Enumerable.Range(0, 18).Select(i => (long)i)], prices, [.. Enumerable.Range(0, 18).Select(i => i % 2 == 1 && i < 17)]);

        study.Events.ShouldBe(8);
        study.Mean!.Value.ShouldBe(0.045, 1e-12);
        study.ShareUp.ShouldBe(1);
        study.Confidence!.Value.Low.ShouldBe(0.045 - 0.020478, 1e-6);
        study.Confidence.Value.High.ShouldBe(0.045 + 0.020478, 1e-6);
        study.Gap.ShouldBe(EvidenceGap.None);
    }

    [Fact]
    public void Event_is_the_start_of_a_spell_within_the_series() =>
        // On at the start: no start. Then starts at 2 and 5.
        Next.Study([0, 1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1, 1], [true, false, true, true, false, true, false]).Events.ShouldBe(2);

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    public void Events_are_apart(long separation, int expected) =>
        (Next with { SeparationMs = separation }).Study([0, 1, 2, 3, 4, 5], [1, 1, 1, 1, 1, 1], [false, true, false, false, true, false]).Events.ShouldBe(expected);

    [Fact]
    public void Event_without_a_return_does_not_keep_the_next_one_away() =>
        (Next with { SeparationMs = 4 }).Study([0, 1, 2, 3, 4, 5], [1, double.NaN, 1, 1, 1, 1], [false, true, false, true, false, false]).Events.ShouldBe(1);

    [Theory]
    // Prices at 0, 9 and 12; the horizon 10 is 1 from the nearest.
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Later_price_is_the_nearest_within_the_tolerance(long tolerance, int count)
    {
        var study = new ForwardReturns { HorizonMs = 10, ToleranceMs = tolerance, SeparationMs = 10 }.Study([0, 9, 12], [100, 150, 300], [false, false, false]);

        study.SampleCount.ShouldBe(count);
        study.UnconditionalMean.ShouldBe(count > 0 ? 0.5 : null);
        study.Gap.ShouldBe(EvidenceGap.NoEvents);
    }

    [Fact]
    public void Empty_series_has_nothing() =>
        Next.Study([], [], []).ShouldBe(new()
        {
            From = null,
            To = null,
            SampleCount = 0,
            UnconditionalMean = null,
            UnconditionalShareUp = null,
            Events = 0,
            Mean = null,
            ShareUp = null,
            Confidence = null,
            Gap = EvidenceGap.NoEvents,
        });

    [Fact]
    public void Series_of_different_lengths_are_refused() =>
        Should.Throw<ArgumentException>(() => Next.Study([0, 1], [1], [true, false])).Message.ShouldBe("2 times, 1 prices and 2 flags: all of one length are needed.");

    [Property]
    public bool Later_price_is_the_nearest_of_all(byte[] gaps, PositiveInt horizon)
    {
        // Every price is its own instant, so that a return tells which later instant was taken.
        long[] times = [.. gaps.Select((_, i) => 1 + gaps.Take(i + 1).Sum(gap => 1L + gap))];
        var returns = new ForwardReturns { HorizonMs = horizon.Get, ToleranceMs = 40, SeparationMs = 1 };
        var study = returns.Study(times, [.. times.Select(time => (double)time)], new bool[times.Length]);

        double[] expected =
        [
            .. times
                .Select(time => (Time: time, Later: times.MinBy(later => (Math.Abs(later - time - horizon.Get), -later))))
                .Where(pair => Math.Abs(pair.Later - pair.Time - horizon.Get) <= 40)
                .Select(pair => ((double)pair.Later / pair.Time) - 1),
        ];
        return study.SampleCount == expected.Length && (expected.Length == 0 || Math.Abs(study.UnconditionalMean!.Value - expected.Average()) < 1e-9);
    }

    [Property]
    public bool Scaling_the_prices_changes_nothing(NonEmptyArray<byte> prices, bool[] isOn)
    {
        var count = Math.Min(prices.Get.Length, isOn.Length);
        long[] times = [.. Enumerable.Range(0, count).Select(i => (long)i)];
        double[] once = [.. prices.Get.Take(count).Select(price => 1.0 + price)];
        // Twice is exact in binary.
        return Next.Study(times, once, isOn.AsSpan(0, count)) == Next.Study(times, Array.ConvertAll(once, price => price * 2), isOn.AsSpan(0, count));
    }
}
