using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Model.Books;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Where the levels of one entry lie.</summary>
public sealed class LeverageTierTests
{
    private static readonly BookParameters NoThin = BookParameters.Default with { ThinShare = 0 };

    public static TheoryData<int, int[]> Highest => new()
    {
        { 1, [] },
        { 2, [2] },
        { 3, [2, 3] },
        { 4, [2, 3] },
        { 20, [2, 3, 5, 10, 20] },
        { 75, [2, 3, 5, 10, 20, 50] },
        { 100, [2, 3, 5, 10, 20, 50, 100] },
        { 125, [2, 3, 5, 10, 20, 50, 100, 125] },
        { 150, [2, 3, 5, 10, 20, 50, 100, 125] },
    };

    public static TheoryData<string> Contracts => new([.. BuiltInBrackets.Symbols, "NOBODYKNOWSUSDT"]);

    [Theory]
    [MemberData(nameof(Highest))]
    public void Tiers_exist_up_to_the_highest_leverage_and_share_what_is_opened(int highest, int[] tiers)
    {
        var book = LiquidationBook.Build(BookParameters.Default, UpTo(highest), [Flat(0, 100, 1000)]);

        book.AvailableLeverages.ShouldBe(tiers);
        book.At(100).Tiers.Select(tier => tier.Leverage).ShouldBe(tiers);
        foreach (var side in Sides)
        {
            book.Standing(side).ShouldBe(book.Opened / 2, 1e-9);
        }

        (book.Opened > 0).ShouldBe(highest > 1);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(75)]
    [InlineData(150)]
    public void Tiers_that_exist_keep_the_proportions_of_their_shares(int highest)
    {
        var book = LiquidationBook.Build(NoThin, UpTo(highest), [Flat(0, 100, 1000)]);

        var shares = NoThin.Tiers.Where(tier => tier.Leverage <= highest).ToDictionary(tier => tier.Leverage, tier => tier.Share);
        foreach (var tier in book.At(100).Tiers)
        {
            var contracts = tier.Longs.Select((notional, band) => notional / book.Grid.PriceOf(band)).Sum();
            (contracts / book.Standing(PositionSide.Long)).ShouldBe(shares[tier.Leverage] / shares.Values.Sum(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Levels_of_a_tier_lie_around_its_own_liquidation_price(string symbol)
    {
        var ladder = BuiltInBrackets.For(symbol).Ladder;
        var book = LiquidationBook.Build(NoThin, ladder, [Flat(0, 100, 1000)]);

        foreach (var tier in book.At(100).Tiers)
        {
            foreach (var side in Sides)
            {
                var prices = book.Grid.Prices(tier.Of(side));

                LevelOf(side, tier.Leverage, ladder).ShouldBeInRange(prices[0] * (1 - PriceGrid.BandWidth), prices[^1] * (1 + PriceGrid.BandWidth));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Neighbouring_tiers_touch_and_do_not_overlap(string symbol)
    {
        var book = LiquidationBook.Build(NoThin, BuiltInBrackets.For(symbol).Ladder, [Flat(0, 100, 1000)]);

        foreach (var side in Sides)
        {
            var bands = book.At(100).Tiers.Select(tier => Occupied(tier.Of(side))).ToList();

            foreach (var (low, high) in bands.Zip(bands.Skip(1)))
            {
                // Higher leverage is nearer to the entry; they share the band that their border is in.
                (side == PositionSide.Long ? high.First - low.Last : low.First - high.Last).ShouldBe(0);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(75)]
    [InlineData(150)]
    public void The_outermost_tiers_reach_to_the_last_leverage_there_is(int highest)
    {
        var ladder = UpTo(highest);
        var book = LiquidationBook.Build(NoThin, ladder, [Flat(0, 100, 1000)]);

        foreach (var side in Sides)
        {
            var prices = book.Grid.Prices(book.Notional(side));
            double[] ends = [LevelOf(side, highest, ladder), LevelOf(side, NoThin.LowestLeverage, ladder)];

            prices[0].ShouldBe(ends.Min(), prices[0] * PriceGrid.BandWidth);
            prices[^1].ShouldBe(ends.Max(), prices[^1] * PriceGrid.BandWidth);
        }
    }

    [Fact]
    public void Thin_margins_lie_between_the_entry_and_the_highest_leverages_level()
    {
        var parameters = BookParameters.Default with { ThinShare = .5 };
        var book = LiquidationBook.Build(parameters, UpTo(20), [Flat(0, 100, 1000)]);

        foreach (var side in Sides)
        {
            var nearest = LevelOf(side, 20, UpTo(20));
            var thin = book.Notional(side).Select((notional, band) => (Contracts: notional / book.Grid.PriceOf(band), Price: book.Grid.PriceOf(band)))
                .Where(level => Math.Abs(level.Price - 100) < Math.Abs(nearest - 100) * (1 - (1.0 / 60)))
                .Sum(level => level.Contracts);

            var shares = parameters.Tiers.Where(tier => tier.Leverage <= 20).Sum(tier => tier.Share) + .5;
            (thin / book.Standing(side)).ShouldBe(.5 / shares, .02);
        }
    }

    [Fact]
    public void Thin_margins_without_room_are_at_the_nearest_level()
    {
        // At 400x and a rate of .2 % the level is half a thousandth away: the first band.
        var ladder = BracketLadder.FromSteps([(1e6, .002, 400)]);
        var book = LiquidationBook.Build(BookParameters.Default, ladder, [Flat(0, 100, 1000)]);

        book.Standing(PositionSide.Long).ShouldBe(book.Opened / 2, 1e-9);
        book.Grid.Prices(book.Notional(PositionSide.Long))[^1].ShouldBeInRange(100 * (1 - (1.6 * PriceGrid.BandWidth)), 100);
    }

    [Fact]
    public void Levels_farther_than_those_of_the_lowest_leverage_have_a_place()
    {
        // Only a position of 100 may have 3x, and its maintenance margin is small; one of 10,000 at 1.7x has nearly none left.
        var ladder = BracketLadder.FromSteps([(100, .01, 20), (1e4, .45, 2)]);
        var book = LiquidationBook.Build(BookParameters.Default, ladder, [Flat(0, 100, 1000)]);

        book.Standing(PositionSide.Long).ShouldBe(book.Opened / 2, 1e-9);
        book.Grid.Prices(book.Notional(PositionSide.Long))[0].ShouldBeLessThan(60);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void Very_small_and_very_large_prices_are_prices(double price)
    {
        var book = LiquidationBook.Build(BookParameters.Default, UpTo(150), [Flat(0, price, 1000)]);

        book.Grid.Prices(book.Notional(PositionSide.Long)).ShouldAllBe(level => level < price && level > price * .4);
        book.Grid.Prices(book.Notional(PositionSide.Short)).ShouldAllBe(level => level > price && level < price * 1.6);
    }

    private static BracketLadder UpTo(int leverage) => BracketLadder.FromSteps([(1e6, .4 / leverage, leverage), (1e9, .5, 1)]);

    private static double LevelOf(PositionSide side, double leverage, BracketLadder ladder) => 100 * LiquidationPrice.RatioToEntry(
        side, leverage, ladder.AllowedNotional((int)Math.Ceiling(leverage), NoThin.TypicalNotional), ladder);

    private static (int First, int Last) Occupied(double[] notional) =>
        (Array.FindIndex(notional, value => value > 0), Array.FindLastIndex(notional, value => value > 0));
}
