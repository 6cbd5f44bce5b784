using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

/// <summary>Analysis, heatmap and map of one book.</summary>
public sealed class ViewTests
{
    private const long Now = 100_007 * Market.Minute;
    private static readonly BookParameters Parameters = BookParameters.Default;
    private static readonly IReadOnlyList<MarketBar> Bars = Market.At(100_007);
    private static readonly BookReplay Replay = new KeptBook(Parameters).Read(Ladders.Btc, Bars);
    private static readonly double Price = Bars[^1].Close;
    private static readonly HeatmapAssessment Whole = HeatmapAssessment.Of(Replay, Parameters, Bars, Price);

    public static TheoryData<string> Ranges => [.. LookBack.Names];

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Last_column_of_the_heatmap_is_the_book_of_the_analysis(string name)
    {
        var heatmap = Draw(name);
        var last = heatmap.Cells.Where(cell => cell.Column == heatmap.Columns.Count - 1).ToList();
        var half = Math.Sqrt(1 + heatmap.RowHeight);
        var (low, high) = (heatmap.Prices[0] / half, heatmap.Prices[^1] * half);

        foreach (var (side, sum) in new[] { (PositionSide.Long, last.Sum(cell => cell.Longs)), (PositionSide.Short, last.Sum(cell => cell.Shorts)) })
        {
            var shown = Whole.Book.Tiers.Sum(tier => Whole.Book.Between(tier, side, low, high));
            shown.ShouldBeGreaterThan(0);
            sum.ShouldBe(shown, shown * 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Heatmap_has_a_column_a_step_and_shows_the_prices_and_what_is_beyond(string name)
    {
        var range = LookBack.Of(name);
        var heatmap = Draw(name);
        var step = (long)range.Column.TotalMilliseconds;

        heatmap.Columns.Count.ShouldBe((int)(range.Span / range.Column));
        heatmap.Columns.Count.ShouldBeLessThanOrEqualTo(360);
        heatmap.Columns.Zip(heatmap.Columns.Skip(1)).ShouldAllBe(pair => pair.Second.Time - pair.First.Time == step);
        heatmap.Columns[^1].Time.ShouldBe(Now / step * step);
        heatmap.Columns[^1].Close.ShouldBe(Price);
        heatmap.Columns.ShouldAllBe(column => column.Low <= Math.Min(column.Open, column.Close) && column.High >= Math.Max(column.Open, column.Close));
        heatmap.Prices.Count.ShouldBeLessThanOrEqualTo(240);
        heatmap.Prices[0].ShouldBeLessThan(heatmap.Columns.Min(column => column.Low) * 0.985);
        heatmap.Prices[^1].ShouldBeGreaterThan(heatmap.Columns.Max(column => column.High) * 1.015);
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Cells_are_in_order_above_the_threshold_and_on_their_side_of_the_price(string name)
    {
        var heatmap = Draw(name);

        heatmap.Cells.ShouldBe(heatmap.Cells.OrderBy(cell => cell.Column).ThenBy(cell => cell.Row));
        heatmap.Cells.Where(cell => cell.Column < heatmap.Columns.Count - 1).ShouldAllBe(cell => Math.Max(cell.Longs, cell.Shorts) >= heatmap.Threshold);
        heatmap.Cells.Max(cell => cell.Longs).ShouldBe(heatmap.MaxLong);
        heatmap.Cells.Max(cell => cell.Shorts).ShouldBe(heatmap.MaxShort);
        heatmap.Cells.ShouldAllBe(cell => cell.Longs == 0 || heatmap.Prices[cell.Row] < heatmap.Columns[cell.Column].Close * (1 + heatmap.RowHeight));
        heatmap.Cells.ShouldAllBe(cell => cell.Shorts == 0 || heatmap.Prices[cell.Row] * (1 + heatmap.RowHeight) > heatmap.Columns[cell.Column].Close);
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Newest_columns_are_those_of_the_picture(string name)
    {
        var heatmap = Draw(name);
        var before = heatmap.Columns.Count - 2;

        var newest = heatmap.Newest(2);

        newest.Columns.ShouldBe(heatmap.Columns.Skip(before));
        newest.Cells.Select(cell => cell with { Column = cell.Column + before }).ShouldBe(heatmap.Cells.Where(cell => cell.Column >= before));
        newest.Cells.Select(cell => cell.Column).Distinct().ShouldBe([0, 1]);
        newest.Prices.ShouldBe(heatmap.Prices);
        newest.Threshold.ShouldBe(heatmap.Threshold);
        heatmap.Newest(1000).Cells.ShouldBe(heatmap.Cells);
        Heatmap.Empty.Newest(2).Columns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void Map_says_of_every_move_what_the_analysis_says(PositionSide side)
    {
        var map = LiquidationMap.Of(side, Whole.Book);

        foreach (var move in Whole.Moves)
        {
            var reached = map.Levels.Where(level => Math.Abs((level.Price / Price) - 1) <= move.Percent / 100).ToList();
            var expected = side == PositionSide.Long ? move.LongNotional : move.ShortNotional;
            (reached.Count > 0 ? reached[^1].Cumulative : 0).ShouldBe(expected, expected * 1e-9);
        }
    }

    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void Map_goes_outward_to_a_quarter_and_counts_all_of_it(PositionSide side)
    {
        var map = LiquidationMap.Of(side, Whole.Book);
        var distances = map.Levels.Select(level => Math.Abs((level.Price / Price) - 1)).ToList();

        distances.ShouldBe(distances.Order());
        distances[^1].ShouldBeInRange(0.2, LiquidationMap.Reach);
        map.Levels.Count.ShouldBeLessThanOrEqualTo(400);
        map.Levels[^1].Cumulative.ShouldBe(map.Levels.Sum(level => level.Volume), 1e-6 * map.Total);
        map.Total.ShouldBe(Whole.Book.Tiers.Sum(tier => tier.Total(side)), 1e-6 * map.Total);
        map.Levels[^1].Cumulative.ShouldBeLessThan(map.Total);
    }

    [Fact]
    public void Strongest_level_is_the_heaviest_target_and_the_nearest_no_farther()
    {
        foreach (var (side, levels) in new[] { (PositionSide.Long, Whole.LongLevels), (PositionSide.Short, Whole.ShortLevels) })
        {
            levels.Strongest.ShouldBe(Whole.WhaleTargets.First(target => target.Side == side));
            Math.Abs(levels.Nearest!.Price - Price).ShouldBeLessThanOrEqualTo(Math.Abs(levels.Strongest!.Price - Price));
        }
    }

    [Fact]
    public void Nearest_level_is_not_a_thin_bump_before_it()
    {
        var longs = new double[Whole.Book.Grid.Count];
        Put(99.5, 1);
        Put(98, 40);
        Put(95, 50);
        Put(92, 900);
        Put(80, 1000);
        Put(70, 2000);
        var book = new StandingBook(Whole.Book.Grid, 100, [new StandingTier(10, longs, new double[longs.Length])]);

        var levels = KeyLevels.Of(PositionSide.Long, book, WhaleTarget.Find(PositionSide.Long, book, int.MaxValue));

        // Half of what stands within 10 % is lighter.
        levels.Nearest!.Price.ShouldBe(95, 0.05);
        // What lies beyond a quarter of the price is no target.
        levels.Strongest!.Price.ShouldBe(80, 0.05);
        KeyLevels.Of(PositionSide.Short, book, []).ShouldBe(new KeyLevels(null, null));

        void Put(double price, double notional) => longs[Whole.Book.Grid.BandOf(price)] = notional;
    }

    [Fact]
    public void Targets_of_a_broad_hump_are_as_wide_as_a_move()
    {
        Whole.WhaleTargets.ShouldAllBe(target => target.High / target.Low < 1.011);
        foreach (var side in Enum.GetValues<PositionSide>())
        {
            var prices = Whole.WhaleTargets.Where(target => target.Side == side).Select(target => target.Price).Order().ToList();
            prices.Count.ShouldBeGreaterThan(1);
            prices.Zip(prices.Skip(1)).ShouldAllBe(pair => pair.Second / pair.First > 1.002);
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Range_is_of_its_own_bars(string name)
    {
        var range = LookBack.Of(name);
        var reading = Read(name);
        var own = Bars.Where(bar => bar.OpenTime >= range.StartAt(Now)).ToList();

        reading.StartTime.ShouldBe(range.StartAt(Now));
        reading.High.ShouldBe(own.Max(bar => bar.High));
        reading.Low.ShouldBe(own.Min(bar => bar.Low));
        reading.Open.ShouldBe(own[0].Open!.Value);
    }

    [Fact]
    public void Longer_range_holds_more_of_the_standing_book_and_more_liquidations()
    {
        var readings = LookBack.Names.Select(Read).ToList();
        var standing = readings.Select(reading => reading.TierNotionals.Sum(tier => tier.Longs + tier.Shorts)).ToList();

        standing.ShouldBe(standing.Order());
        standing[0].ShouldBeGreaterThan(0);
        readings.Select(reading => reading.Liquidated.Longs).ShouldBe(readings.Select(reading => reading.Liquidated.Longs).Order());
        readings[^1].Liquidated.Shorts.ShouldBeGreaterThan(0);
        readings.ShouldAllBe(reading => reading.ZoneNotionals.Count == Whole.Zones.Count);
        readings.ShouldAllBe(reading => reading.ZoneNotionals.Zip(Whole.Zones).All(pair => pair.First >= 0 && pair.First <= pair.Second.Notional));
        // All the history is in 30 days.
        standing[^1].ShouldBe(Whole.Book.Tiers.Sum(tier => tier.Total(PositionSide.Long) + tier.Total(PositionSide.Short)), standing[^1] * 1e-9);
    }

    [Fact]
    public void Tally_adds_up_the_same_after_it_was_condensed()
    {
        const int FiveMinutes = 5 * (int)Market.Minute;
        var start = LookBack.All[^1].ColumnOf(Now);
        var (tally, all) = (new ForcedTally(), new List<ForcedVolume>());
        for (var i = 0; i < 12_000; i++)
        {
            all.Add(new ForcedVolume(start + ((long)i * FiveMinutes), TimeSpan.FromMinutes(5), i % 7, i % 3));
            tally.Add(all[^1]);
        }

        foreach (var range in LookBack.All)
        {
            var since = range.StartAt(all[^1].OpenTime);
            var expected = all.Where(forced => forced.OpenTime >= since).ToList();
            tally.Since(since).ShouldBe((expected.Sum(forced => forced.Longs), expected.Sum(forced => forced.Shorts)), range.Name);
        }
    }

    private static Heatmap Draw(string name) => Heatmap.Of(LookBack.Of(name), Now, Empty(), Bars, Whole.Book);

    private static RangeReading Read(string name) => RangeReading.Of(LookBack.Of(name), Now, Empty(), Bars, Replay.Forced, Whole);

    private static LiquidationBook Empty() => new(Parameters, Ladders.Btc, Replay.Book.LowestPrice, Replay.Book.HighestPrice);
}
