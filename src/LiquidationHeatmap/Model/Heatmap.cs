using System.Buffers;

namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A picture of the book over time: what stood at each price at the end of each column. The last column is the book of the present.</summary>
public sealed record Heatmap
{
    private const int MaxRows = 240;

    // The picture shows what is within reach: three of the days that have been, but at least 2 % beyond the range's prices.
    private const double MarginInDays = 3;
    private const double LeastMargin = 0.02;

    // A cell this much lighter than the heaviest has no colour that an eye could tell from nothing.
    private const double LightestCell = 0.005;

    /// <summary>The picture of nothing.</summary>
    public static Heatmap Empty { get; } = new()
    {
        Columns = [], Prices = [], RowHeight = 0, Cells = [], Threshold = 0, MaxLong = 0, MaxShort = 0,
    };

    /// <summary>Columns, oldest first: start (Unix ms) and prices. The last one is not finished.</summary>
    public required IReadOnlyList<HeatmapColumn> Columns { get; init; }

    /// <summary>Middle of each row, USDT, from low to high, at equal percentages.</summary>
    public required IReadOnlyList<double> Prices { get; init; }

    /// <summary>Height of a row, a fraction of its price.</summary>
    public required double RowHeight { get; init; }

    /// <summary>Cells by column, then from low price to high. Those with less than <see cref="Threshold"/> on both sides are left out, but none of the last column.</summary>
    public required IReadOnlyList<HeatmapCell> Cells { get; init; }

    /// <summary>Least that a side of a cell must have for the cell to be there, USDT.</summary>
    public required double Threshold { get; init; }

    /// <summary>Longs in the heaviest cell, USDT.</summary>
    public required double MaxLong { get; init; }

    /// <summary>Shorts in the heaviest cell, USDT.</summary>
    public required double MaxShort { get; init; }

    /// <summary>Draws the picture: replays the history on the present book's own grid, and reads the book at each column's end.</summary>
    /// <param name="range">The range.</param>
    /// <param name="now">The present, Unix ms.</param>
    /// <param name="replay">An empty book that has room for the history, on the grid of <paramref name="present"/>.</param>
    /// <param name="bars">The history, oldest first, at least one bar.</param>
    /// <param name="present">What stands now: the last column.</param>
    /// <returns>The picture.</returns>
    public static Heatmap Of(LookBack range, long now, LiquidationBook replay, IReadOnlyList<MarketBar> bars, StandingBook present)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(present);

        var first = RangeReading.FirstSince(range.StartAt(now), bars);
        var columns = ColumnsOf(range, bars, first);
        var rows = RowsOf(bars, columns, present);
        // Half a megabyte each, for the time of the drawing.
        var count = columns.Count * rows.Count;
        var (rentedLongs, rentedShorts) = (ArrayPool<double>.Shared.Rent(count), ArrayPool<double>.Shared.Rent(count));
        try
        {
            var (longs, shorts) = (rentedLongs.AsMemory(0, count), rentedShorts.AsMemory(0, count));
            longs.Span.Clear();
            shorts.Span.Clear();
            return Draw(range, replay, bars, first, present, columns, rows, longs.Span, shorts.Span);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rentedLongs);
            ArrayPool<double>.Shared.Return(rentedShorts);
        }
    }

    /// <summary>The newest part of the picture, on the same rows and with the same threshold.</summary>
    /// <param name="columns">Most columns to keep, at least one.</param>
    /// <returns>The picture of the last columns, which are counted from 0 again.</returns>
    public Heatmap Newest(int columns)
    {
        var first = Math.Max(0, Columns.Count - columns);
        return this with
        {
            Columns = [.. Columns.Skip(first)],
            Cells = [.. Cells.Where(cell => cell.Column >= first).Select(cell => cell with { Column = cell.Column - first })],
        };
    }

    private static Heatmap Draw(
        LookBack range,
        LiquidationBook replay,
        IReadOnlyList<MarketBar> bars,
        int first,
        StandingBook present,
        List<HeatmapColumn> columns,
        PriceRows rows,
        Span<double> longs,
        Span<double> shorts)
    {
        // The last column's own bars need no replay: what stands now is known.
        var column = 0;
        for (var i = 0; column < columns.Count - 1; i++)
        {
            replay.Advance(bars[i]);
            if (i >= first && range.ColumnOf(bars[i + 1].OpenTime) != columns[column].Time)
            {
                replay.AddTo(PositionSide.Long, rows, longs.Slice(column * rows.Count, rows.Count));
                replay.AddTo(PositionSide.Short, rows, shorts.Slice(column * rows.Count, rows.Count));
                column++;
            }
        }

        Add(present.Notional(PositionSide.Long), rows, longs.Slice(column * rows.Count, rows.Count));
        Add(present.Notional(PositionSide.Short), rows, shorts.Slice(column * rows.Count, rows.Count));

        var (maxLong, maxShort) = (Highest(longs), Highest(shorts));
        var threshold = Math.Max(maxLong, maxShort) * LightestCell;
        return new Heatmap
        {
            Columns = columns,
            Prices = rows.Prices,
            RowHeight = Math.Pow(1 + PriceGrid.BandWidth, rows.BandsPerRow) - 1,
            Cells = CellsOf(longs, shorts, rows.Count, column * rows.Count, threshold),
            Threshold = threshold,
            MaxLong = maxLong,
            MaxShort = maxShort,
        };
    }

    private static List<HeatmapColumn> ColumnsOf(LookBack range, IReadOnlyList<MarketBar> bars, int first)
    {
        List<HeatmapColumn> columns = [];
        for (var i = first; i < bars.Count; i++)
        {
            var bar = bars[i];
            var time = range.ColumnOf(bar.OpenTime);
            if (columns.Count > 0 && columns[^1].Time == time)
            {
                var column = columns[^1];
                columns[^1] = column with { High = Math.Max(column.High, bar.High), Low = Math.Min(column.Low, bar.Low), Close = bar.Close };
            }
            else
            {
                var open = bar.Open ?? (i > 0 ? bars[i - 1].Close : bar.Close);
                columns.Add(new HeatmapColumn(time, open, bar.High, bar.Low, bar.Close));
            }
        }

        return columns;
    }

    private static PriceRows RowsOf(IReadOnlyList<MarketBar> bars, List<HeatmapColumn> columns, StandingBook present)
    {
        var (low, high) = (present.Price, present.Price);
        foreach (var column in columns)
        {
            (low, high) = (Math.Min(low, column.Low), Math.Max(high, column.High));
        }

        var margin = Math.Max(LeastMargin, MarginInDays * (Volatility.PerHour(bars) ?? 0) * Math.Sqrt(24));
        return new PriceRows(present.Grid, low / (1 + margin), high * (1 + margin), MaxRows);
    }

    private static void Add(double[] notional, PriceRows rows, Span<double> sums)
    {
        for (var band = rows.FirstBand; band <= rows.LastBand; band++)
        {
            sums[rows.RowOfBand[band]] += notional[band];
        }
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        var highest = 0.0;
        foreach (var value in values)
        {
            highest = Math.Max(highest, value);
        }

        return highest;
    }

    private static HeatmapCell[] CellsOf(ReadOnlySpan<double> longs, ReadOnlySpan<double> shorts, int rows, int present, double threshold)
    {
        // Counted before: a list that grows to tens of thousands of cells leaves as many behind.
        var count = 0;
        for (var i = 0; i < longs.Length; i++)
        {
            count += IsShown(longs[i], shorts[i], i) ? 1 : 0;
        }

        var cells = new HeatmapCell[count];
        for (var (i, next) = (0, 0); i < longs.Length; i++)
        {
            if (IsShown(longs[i], shorts[i], i))
            {
                cells[next++] = new HeatmapCell(i / rows, i % rows, longs[i], shorts[i]);
            }
        }

        return cells;

        bool IsShown(double longs, double shorts, int index) => Math.Max(longs, shorts) is > 0 and var heaviest && (heaviest >= threshold || index >= present);
    }
}

/// <summary>A column of the picture.</summary>
/// <param name="Time">Start, Unix ms.</param>
/// <param name="Open">First traded price, USDT.</param>
/// <param name="High">Highest traded price, USDT.</param>
/// <param name="Low">Lowest traded price, USDT.</param>
/// <param name="Close">Last traded price, USDT.</param>
public readonly record struct HeatmapColumn(long Time, double Open, double High, double Low, double Close);

/// <summary>A cell of the picture.</summary>
/// <param name="Column">Index of its column.</param>
/// <param name="Row">Index of its row.</param>
/// <param name="Longs">Longs that stand there, USDT.</param>
/// <param name="Shorts">Shorts, USDT.</param>
public readonly record struct HeatmapCell(int Column, int Row, double Longs, double Shorts);
