using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class BasisHistoryTests
{
    private const long Day = 86_400_000;

    [Fact]
    public void Band_is_two_robust_deviations()
    {
        // Of -2, -1, 0, 1, 2 (in 0.01 %) the deviations from the median are 2 1 0 1 2, their median 1: 2 x 1.4826 x 0.01 %.
        var history = Enumerable.Range(0, 30).Select(i => ((i % 5) - 2) * 0.0001);

        BasisHistory.Band(history).ShouldNotBeNull().ShouldBe(0.00029652, 1e-12);
    }

    [Fact]
    public void Contract_that_is_always_below_its_index_is_not_at_rest_there()
    {
        var history = Enumerable.Range(0, 30).Select(i => -0.005 + (((i % 5) - 2) * 0.0001));

        BasisHistory.Band(history).ShouldNotBeNull().ShouldBe(0.00029652, 1e-12);
    }

    [Fact]
    public void Short_history_gives_no_band() => BasisHistory.Band(Enumerable.Repeat(0.001, 29)).ShouldBeNull();

    [Fact]
    public void Yearly_rate_counts_days_exactly()
    {
        // Binance's own sample: a basis of 0.2437 % thirty days and 23.28 hours (30.97 days) before delivery.
        BasisHistory.OverYear(0.2437, (long)(30.97 * Day)).ShouldBe(2.8722, 1e-3);
        BasisHistory.OverYear(1, 10 * Day).ShouldBe(36.5);
    }

    [Fact]
    public void Band_of_a_delivery_contract_shrinks_with_the_time_that_is_left()
    {
        // Yearly rates of 3.5 % to 4.5 % in turn: deviations 0.5, 0.25, 0 ..., their median 0.25 points; two robust deviations are 0.7413 points a year.
        var expiry = 100 * Day;
        var history = Enumerable.Range(0, 60).Select(i => (Time: i * Day, Basis: (0.04 + (((i % 5) - 2) * 0.0025)) * (expiry - (i * Day)) / (365.0 * Day)));

        BasisHistory.Band(history, expiry, now: 60 * Day).ShouldNotBeNull().ShouldBe(0.007413 * 40 / 365, 1e-9);
        BasisHistory.Band(history, expiry, now: 80 * Day).ShouldNotBeNull().ShouldBe(0.007413 * 20 / 365, 1e-9);
    }
}
