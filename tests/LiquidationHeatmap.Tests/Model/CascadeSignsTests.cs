using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

public sealed class CascadeSignsTests
{
    private const long Hour = 3_600_000;
    private const double Share = 0.5;

    // 20 times a median of 10, and twice that is reached for it to be liquidated: 400.
    private static readonly StandingBook Book = Of(
        100,
        (PositionSide.Long, 50, 98, 300), (PositionSide.Long, 10, 90, 200), (PositionSide.Short, 20, 105, 400), (PositionSide.Short, 5, 120, 1));

    [Theory]
    [InlineData(PositionSide.Long, 90)]
    [InlineData(PositionSide.Short, 105)]
    public void Distance_is_how_many_hours_like_the_last_four_away_a_cascade_has_been_reached(PositionSide side, double reached)
    {
        TalliedHour[] week = [.. Week(168)];
        for (var i = 164; i < 168; i++)
        {
            week[i] = week[i] with { High = 103 + i - 164 };
        }

        var signs = CascadeSigns.Read(side, week, Book, Share)!.Value;

        var recent = new[] { 1.03, 1.04, 1.05, 1.06 }.Average(Math.Log);
        signs.Distance.ShouldBe(Math.Log(Math.Abs(Math.Log(reached / 100)) / recent), .01);
    }

    [Fact]
    public void Distance_has_a_nearest_and_a_farthest()
    {
        var near = Of(100, (PositionSide.Long, 50, 99.99, 1000));
        var far = Of(100, (PositionSide.Long, 50, 60, 1000));
        var nothing = Of(100, (PositionSide.Long, 50, 98, 399));

        Distance(near).ShouldBe(Math.Log(PriceGrid.BandWidth / 2 / Math.Log(1.01)), .35);
        Distance(far).ShouldBe(Math.Log(.2 / Math.Log(1.01)), 1e-9);
        Distance(nothing).ShouldBe(Math.Log(.2 / Math.Log(1.01)), 1e-9);

        static double Distance(StandingBook book) => CascadeSigns.Read(PositionSide.Long, [.. Week(168)], book, Share)!.Value.Distance;
    }

    [Theory]
    [InlineData(24 * 7, 2 * 24 / 28.0)]
    [InlineData((24 * 7) + 12, 24 / 28.0)]
    [InlineData((24 * 7) + 2, 1.5 * 24 / 28.0)]
    public void Season_is_how_high_the_coming_hours_of_the_day_were(int end, double expected)
    {
        // The first four hours of a day are twice as high.
        var week = Week(168, end).Select(hour => hour with { High = 100 * Math.Exp(hour.Start / Hour % 24 < 4 ? .02 : .01) });

        CascadeSigns.Read(PositionSide.Long, [.. week], Book, Share)!.Value.Season.ShouldBe(Math.Log(expected), 1e-9);
    }

    [Fact]
    public void Median_is_that_of_the_week()
    {
        // Half of the hours below 10 and half above, far: the mean would be elsewhere.
        var week = Week(168).Select((hour, i) => hour with { Longs = i % 2 == 0 ? 1 : 19 + (i == 1 ? 1e6 : 0) });

        CascadeSigns.Read(PositionSide.Long, [.. week], Book, Share)
            .ShouldBe(CascadeSigns.Read(PositionSide.Long, [.. Week(168)], Book, Share));
    }

    [Fact]
    public void Signs_are_not_known_from_a_short_a_quiet_or_a_motionless_week()
    {
        CascadeSigns.Read(PositionSide.Long, [.. Week(CascadeSigns.MinHours)], Book, Share).ShouldNotBeNull();
        CascadeSigns.Read(PositionSide.Long, [.. Week(CascadeSigns.MinHours - 1)], Book, Share).ShouldBeNull();
        CascadeSigns.Read(PositionSide.Long, [], Book, Share).ShouldBeNull();
        CascadeSigns.Read(PositionSide.Long, [.. Week(168).Select((hour, i) => hour with { Longs = i < 85 ? 0 : 9 })], Book, Share).ShouldBeNull();
        CascadeSigns.Read(PositionSide.Long, [.. Week(168).Select(hour => hour with { High = hour.Low })], Book, Share).ShouldBeNull();
    }

    [Fact]
    public void Probability_is_logistic_in_the_signs()
    {
        var probability = new CascadeProbability(Intercept: 0.5, PerDistance: -2, PerSeason: 3);

        probability.Of(new CascadeSigns(0.25, 0)).ShouldBe(.5);
        probability.Of(new CascadeSigns(0.25, 1)).ShouldBe(1 / (1 + Math.Exp(-3)), 1e-12);
        probability.Of(new CascadeSigns(1.25, 0)).ShouldBe(1 / (1 + Math.Exp(2)), 1e-12);
    }

    [Fact]
    public void Default_probability_falls_with_the_distance_and_rises_with_the_season()
    {
        var at = (double distance, double season) => CascadeProbability.Default.Of(new CascadeSigns(distance, season));

        at(1, 0).ShouldBeInRange(0, 1);
        at(2, 0).ShouldBeLessThan(at(1, 0));
        at(1, .5).ShouldBeGreaterThan(at(1, 0));
    }

    private static IEnumerable<TalliedHour> Week(int count, int end = 168) =>
        Enumerable.Range(end - count, count).Select(hour => new TalliedHour(hour * Hour, (hour + 1) * Hour, 101, 100, 10, 10));
}
