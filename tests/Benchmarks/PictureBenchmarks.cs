using BenchmarkDotNet.Attributes;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Benchmarks;

/// <summary>A picture of 300 columns of time by 240 rows of price, both sides, over the whole range of the prices and a tenth beyond it.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class PictureBenchmarks
{
    private const int Columns = 300;
    private const int Rows = 240;
    private MarketBar[] _bars = [];
    private LiquidationBook _book = null!;
    private PriceRows _rows = null!;

    [GlobalSetup]
    public void Setup()
    {
        _bars = SyntheticMarket.Bars(SyntheticMarket.Month);
        _book = LiquidationBook.Build(BookParameters.Default, SyntheticMarket.Ladder, _bars);
        _rows = new PriceRows(_book.Grid, _book.LowestPrice / 1.1, _book.HighestPrice * 1.1, Rows);
    }

    /// <summary>The columns alone, all of one book.</summary>
    [Benchmark]
    public double[] Read()
    {
        var sums = new double[2 * Columns * Rows];
        for (var column = 0; column < Columns; column++)
        {
            Read(_book, sums, column);
        }

        return sums;
    }

    /// <summary>The columns of a history that is replayed for them.</summary>
    [Benchmark]
    public double[] ReplayAndRead()
    {
        var book = LiquidationBook.For(BookParameters.Default, SyntheticMarket.Ladder, _bars);
        var sums = new double[2 * Columns * Rows];
        var column = 0;
        for (var i = 0; i < _bars.Length; i++)
        {
            book.Advance(_bars[i]);
            if ((i + 1) * Columns / _bars.Length > column)
            {
                Read(book, sums, column++);
            }
        }

        return sums;
    }

    private void Read(LiquidationBook book, double[] sums, int column)
    {
        book.AddTo(PositionSide.Long, _rows, sums.AsSpan(2 * column * Rows, Rows));
        book.AddTo(PositionSide.Short, _rows, sums.AsSpan(((2 * column) + 1) * Rows, Rows));
    }
}
