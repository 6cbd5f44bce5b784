using BenchmarkDotNet.Attributes;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Benchmarks;

/// <summary>A whole history, from 30 days of 5-minute bars to sixteen times as many.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class BuildBenchmarks
{
    private MarketBar[] _bars = [];

    [Params(1, 4, 16)]
    public int Months { get; set; }

    [GlobalSetup]
    public void Setup() => _bars = SyntheticMarket.Bars(Months * SyntheticMarket.Month);

    [Benchmark]
    public LiquidationBook Build() => LiquidationBook.Build(BookParameters.Default, SyntheticMarket.Ladder, _bars);
}
