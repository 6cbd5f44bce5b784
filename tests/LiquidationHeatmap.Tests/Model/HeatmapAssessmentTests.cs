using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(RandomMarket)])]
public sealed class HeatmapAssessmentTests
{
    [Property]
    public void Everything_is_read_off_one_book(MarketBar[] bars)
    {
        var replay = new BookReplay(LiquidationBook.For(BookParameters.Default, Ladders.Btc, bars));
        Array.ForEach(bars, bar => replay.Advance(bar));
        var price = bars[^1].Close;

        var assessment = HeatmapAssessment.Of(replay, BookParameters.Default, bars, price);

        assessment.Book.Price.ShouldBe(price);
        assessment.Moves.Select(move => move.Percent).ShouldBe([1, 2, 5, 10]);
        assessment.Moves.ShouldBe(PriceMove.Of(assessment.Book, 1, 2, 5, 10));
        assessment.Zones.ShouldBe(LiquidationZone.Heaviest(assessment.Book, 5));
        assessment.WhaleTargets.Select(target => target.Notional).ShouldBeInOrder(SortDirection.Descending);
        assessment.WhaleTargets.ShouldAllBe(target => target.Side == PositionSide.Long ? target.High < price : target.Low > price);
        foreach (var probability in new[] { assessment.CascadeUp, assessment.CascadeDown })
        {
            (probability is null or (>= 0 and <= 1)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Cascades_are_known_after_a_week_of_liquidations()
    {
        // Every hour goes up and down by one percent and back.
        List<MarketBar> bars = [.. Enumerable.Range(0, 200).Select(hour => new MarketBar(
            hour * 3_600_000L, TimeSpan.FromHours(1), 101, 99, 100, 101, 99, 1000))];
        var replay = new BookReplay(LiquidationBook.For(BookParameters.Default, Ladders.Btc, bars));
        bars.ForEach(bar => replay.Advance(bar));

        var assessment = HeatmapAssessment.Of(replay, BookParameters.Default, bars, 100);

        assessment.CascadeUp!.Value.ShouldBeInRange(0, 1);
        assessment.CascadeDown!.Value.ShouldBeInRange(0, 1);
    }

    [Fact]
    public void A_contract_without_leverage_has_an_empty_book()
    {
        MarketBar[] bars = [Books.Flat(0, 100, 1000), Books.Flat(1, 101, 1100)];
        var replay = new BookReplay(LiquidationBook.For(BookParameters.Default, BracketLadder.FromSteps([(1e6, .9, 1)]), bars));
        Array.ForEach(bars, bar => replay.Advance(bar));

        var assessment = HeatmapAssessment.Of(replay, BookParameters.Default, bars, 101);

        assessment.Zones.ShouldBeEmpty();
        assessment.WhaleTargets.ShouldBeEmpty();
        assessment.Pressure.Status.ShouldBe(PressureStatus.Unknown);
        (assessment.CascadeUp, assessment.CascadeDown).ShouldBe((null, null));
    }
}
