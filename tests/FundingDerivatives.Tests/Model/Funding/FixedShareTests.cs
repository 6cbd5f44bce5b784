using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class FixedShareTests
{
    private const long Hour = 3_600_000;

    [Theory]
    // K = 720 · 8 = 5,760; n = 2,880: 2,880 · 2,881 / (5,760 · 5,761) = 8,297,280 / 33,183,360.
    [InlineData(8, 4 * Hour, 8_297_280.0 / 33_183_360)]
    // K = 720; n = 1 after 5 s: 1 · 2 / (720 · 721).
    [InlineData(1, 5_000, 2.0 / 519_120)]
    // Before the first sample, after the end and with a clock that runs behind.
    [InlineData(8, 4_999, 0)]
    [InlineData(8, 8 * Hour, 1)]
    [InlineData(8, 9 * Hour, 1)]
    [InlineData(8, -5 * Hour, 0)]
    public void Samples_weigh_by_their_number(int hours, long elapsed, double expected) =>
        FixedShare.Of(1_000_000, 1_000_000 + (hours * Hour), 1_000_000 + elapsed).ShouldBe(expected, 1e-12);

    [Fact]
    public void Interval_without_length_is_over() => FixedShare.Of(Hour, Hour, Hour).ShouldBe(1);

    [Property]
    public bool Share_stays_within_0_and_1_and_never_falls(int start, int length, int one, int other)
    {
        var (earlier, later) = (Share(Math.Min(one, other)), Share(Math.Max(one, other)));
        return earlier is >= 0 and <= 1 && later is >= 0 and <= 1 && earlier <= later;

        double Share(long now) => FixedShare.Of(start, (long)start + length, now);
    }
}
