using OmnipotentFutures.Backtest.Scores;

namespace OmnipotentFutures.Backtest.Tests.Scores;

public sealed class BookOverlapTests
{
    [Fact]
    public void Book_explains_itself() => BookOverlap.Of([4, 0, 6], [4, 0, 6]).ShouldBe(new BookOverlap(1, 1, 1, 1));

    [Fact]
    public void Half_the_book_in_the_right_places_explains_half_and_has_the_right_shape() =>
        BookOverlap.Of([4, 0, 6], [2, 0, 3]).ShouldBe(new BookOverlap(0.5, 0.5, 1, 1));

    [Fact]
    public void What_lies_elsewhere_explains_nothing()
    {
        var overlap = BookOverlap.Of([8, 2, 0, 0], [0, 4, 6, 0]);

        overlap.Overlap.ShouldBe(0.2, 1e-12);
        overlap.ScaledOverlap.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void An_estimate_that_is_too_large_everywhere_is_seen_by_its_shape()
    {
        var overlap = BookOverlap.Of([10, 0], [30, 30]);

        overlap.TotalRatio.ShouldBe(6, 1e-12);
        overlap.Overlap.ShouldBe(1, 1e-12);
        overlap.ScaledOverlap.ShouldBe(0.5, 1e-12);
        overlap.Rank.ShouldBeNull();
    }

    [Fact]
    public void Empty_estimate_explains_nothing() => BookOverlap.Of([1, 2], [0, 0]).ShouldBe(new BookOverlap(0, 0, 0, null));
}
