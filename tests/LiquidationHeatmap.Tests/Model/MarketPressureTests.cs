using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class MarketPressureTests
{
    [Theory]
    [InlineData(70, 30, PressureStatus.LongHeavy)]
    [InlineData(60, 40, PressureStatus.LongHeavy)]
    [InlineData(30, 70, PressureStatus.ShortHeavy)]
    [InlineData(55, 45, PressureStatus.Balanced)]
    [InlineData(0, 0, PressureStatus.Unknown)]
    public void Pressure_names_the_heavier_side(double longs, double shorts, PressureStatus status) =>
        new MarketPressure(longs, shorts).Status.ShouldBe(status);

    [Fact]
    public void Notional_is_weighted_by_how_near_it_is()
    {
        var book = Of(100, (PositionSide.Long, 10, 99, 5), (PositionSide.Long, 5, 80, 3), (PositionSide.Short, 10, 110, 7));
        const double PerHour = 0.01;
        var day = PerHour * Math.Sqrt(24);

        var pressure = MarketPressure.Of(book, PerHour);

        pressure.LongNotional.ShouldBe((5 * Math.Exp(Math.Log(.99) / day)) + (3 * Math.Exp(Math.Log(.8) / day)), .01);
        pressure.ShortNotional.ShouldBe(7 * Math.Exp(-Math.Log(1.1) / day), .01);
        pressure.LongShare!.Value.ShouldBe(pressure.LongNotional / (pressure.LongNotional + pressure.ShortNotional));
    }

    [Fact]
    public void Calm_markets_look_at_what_is_near_and_wild_ones_farther()
    {
        var book = Of(100, (PositionSide.Long, 50, 99, 1), (PositionSide.Short, 10, 110, 5));

        MarketPressure.Of(book, 0.002).Status.ShouldBe(PressureStatus.LongHeavy);
        MarketPressure.Of(book, 0.05).Status.ShouldBe(PressureStatus.ShortHeavy);
    }
}
