using BenchmarkDotNet.Attributes;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Benchmarks;

/// <summary>What a service does with the book of 30 days.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class BookBenchmarks
{
    private const int Later = 1000;
    private MarketBar[] _bars = [];
    private MarketBar[] _later = [];
    private BookReplay _replay = null!;
    private double _price;

    [GlobalSetup]
    public void Setup()
    {
        var all = SyntheticMarket.Bars(SyntheticMarket.Month + Later);
        (_bars, _later) = (all[..SyntheticMarket.Month], all[SyntheticMarket.Month..]);
        _replay = new BookReplay(LiquidationBook.For(BookParameters.Default, SyntheticMarket.Ladder, all));
        Array.ForEach(_bars, bar => _replay.Advance(bar));
        _price = _bars[^1].Close;
    }

    /// <summary>The mean of a thousand bars in a row, taken in by a fresh clone: the clone's cost is a thousandth part in it.</summary>
    [Benchmark(OperationsPerInvoke = Later)]
    public LiquidationBook OneFurtherBar()
    {
        var book = _replay.Book.Clone();
        foreach (var bar in _later)
        {
            book.Advance(bar);
        }

        return book;
    }

    [Benchmark]
    public LiquidationBook Clone() => _replay.Book.Clone();

    [Benchmark]
    public StandingBook At() => _replay.Book.At(_price);

    [Benchmark]
    public HeatmapAssessment Assess() => HeatmapAssessment.Of(_replay, BookParameters.Default, _bars, _price);
}
