using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class BarTimelineTests
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    [Fact]
    public void Timeline_takes_the_finest_bars_and_leaves_no_overlap_and_no_gap()
    {
        var coarse = Enumerable.Range(0, 10).Select(i => Books.Flat(i, 1, null) with { OpenTime = i * Hour, Length = TimeSpan.FromHours(1) }).ToList();
        // Begins in the middle of the hour that starts at 6: that hour stays coarse.
        var fine = Enumerable.Range(0, 40).Select(i => Books.Flat(i, 2, null) with { OpenTime = (6 * Hour) + (30 * Minute) + (i * 5 * Minute) }).ToList();

        var joined = BarTimeline.Join(coarse, fine);

        joined.Take(7).ShouldAllBe(bar => bar.Close == 1);
        joined.Skip(7).ShouldAllBe(bar => bar.Close == 2);
        joined.Zip(joined.Skip(1)).ShouldAllBe(pair => pair.First.OpenTime + (long)pair.First.Length.TotalMilliseconds == pair.Second.OpenTime);
        BarTimeline.Join([], fine).ShouldBe(fine);
        BarTimeline.Join(coarse, []).ShouldBe(coarse);
    }
}
