using FsCheck.Xunit;
using OmnipotentFutures.Analysis.Symbols;

namespace OmnipotentFutures.Analysis.Tests.Symbols;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "BTC", 3)]
    [InlineData("BTC", "", 3)]
    [InlineData("BTC", "BTC", 0)]
    [InlineData("BTC", "BTX", 1)]
    [InlineData("BTC", "BTCC", 1)]
    [InlineData("BTC", "TC", 1)]
    [InlineData("BTC", "TBC", 1)]
    [InlineData("BTCUSTD", "BTCUSDT", 1)]
    [InlineData("ABCD", "BADC", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    // Optimal string alignment: a swapped pair is not edited again, so this is 3 and not 2.
    [InlineData("CA", "ABC", 3)]
    [InlineData("币安人生", "币安生人", 1)]
    public void Known_distances(string left, string right, int slips) => EditDistance.Between(left, right).ShouldBe(slips);

    [Property]
    public void Distance_is_symmetric_and_zero_for_equal_words_only(string? left, string? right)
    {
        var (a, b) = (left ?? string.Empty, right ?? string.Empty);

        EditDistance.Between(a, b).ShouldBe(EditDistance.Between(b, a));
        (EditDistance.Between(a, b) == 0).ShouldBe(a == b);
    }

    [Property]
    public void Distance_lies_between_the_difference_in_length_and_the_longer_length(string? left, string? right)
    {
        var (a, b) = (left ?? string.Empty, right ?? string.Empty);

        EditDistance.Between(a, b).ShouldBeInRange(Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
    }

    [Property]
    public void Common_ends_do_not_matter(string? left, string? right) =>
        EditDistance.Between($"x{left}y", $"x{right}y").ShouldBe(EditDistance.Between(left ?? string.Empty, right ?? string.Empty));

    [Property]
    public void One_more_slip_moves_the_distance_by_at_most_one(string? left, string? right, char extra)
    {
        var (a, b) = (left ?? string.Empty, right ?? string.Empty);

        EditDistance.Between(a + extra, b).ShouldBeInRange(EditDistance.Between(a, b) - 1, EditDistance.Between(a, b) + 1);
    }
}
