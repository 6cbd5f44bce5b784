using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class VolatilityTests
{
    [Fact]
    public void Volatility_is_that_of_an_hour()
    {
        var bars = Enumerable.Range(0, 289).Select(i => Flat(i, i % 2 == 0 ? 100 : 100 * Math.Exp(0.001), null)).ToList();

        Volatility.PerHour(bars)!.Value.ShouldBe(0.001 * Math.Sqrt(12), 1e-12);
    }

    [Fact]
    public void Volatility_is_that_of_the_last_day()
    {
        var wild = Enumerable.Range(0, 300).Select(i => Flat(i, i % 2 == 0 ? 100 : 130, null));
        var calm = Enumerable.Range(300, 289).Select(i => Flat(i, 100, null));

        Volatility.PerHour([.. wild, .. calm]).ShouldBe(0);
    }

    [Fact]
    public void One_bar_has_no_volatility() => Volatility.PerHour([Flat(0, 100, null)]).ShouldBeNull();
}
