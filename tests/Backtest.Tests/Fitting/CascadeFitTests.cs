using OmnipotentFutures.Backtest.Fitting;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests.Fitting;

public sealed class CascadeFitTests
{
    [Fact]
    public void Coefficients_that_made_the_cases_are_found_again()
    {
        var truth = new CascadeProbability(-0.5, -1.5, 2);
        var random = new Random(1);
        CascadeCase[] cases =
        [
            .. Enumerable.Range(0, 20_000).Select(hour =>
            {
                var signs = new CascadeSigns((random.NextDouble() * 4) - 1, random.NextDouble() - 0.5);
                return new CascadeCase(hour, PositionSide.Long, signs, random.NextDouble() < truth.Of(signs));
            }),
        ];

        var fit = CascadeFit.Fit(cases);

        fit.Intercept.ShouldBe(truth.Intercept, 0.1);
        fit.PerDistance.ShouldBe(truth.PerDistance, 0.1);
        fit.PerSeason.ShouldBe(truth.PerSeason, 0.2);
    }

    [Fact]
    public void Signs_that_say_nothing_give_the_base_rate()
    {
        CascadeCase[] cases = [.. Enumerable.Range(0, 400).Select(hour => new CascadeCase(hour, PositionSide.Short, default, hour % 4 == 0))];

        CascadeFit.Fit(cases).Of(default).ShouldBe(0.25, 0.001);
    }

    [Fact]
    public void Signs_that_part_events_from_none_leave_the_coefficients_finite()
    {
        CascadeCase[] cases =
        [
            .. Enumerable.Range(0, 40).Select(hour => new CascadeCase(hour, PositionSide.Long, new CascadeSigns(hour < 20 ? -1 : 1, 0), hour < 20)),
        ];

        var fit = CascadeFit.Fit(cases);

        double.IsFinite(fit.PerDistance).ShouldBeTrue();
        fit.Of(new CascadeSigns(-1, 0)).ShouldBeGreaterThan(0.95);
        fit.Of(new CascadeSigns(1, 0)).ShouldBeLessThan(0.05);
    }
}
