using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>What has happened to a contract so far. One engine writes; any number of readers read, each up to its own present.</summary>
internal sealed class InstrumentTape(int firstBar)
{
    /// <summary>Number of the first bar.</summary>
    public int FirstBar => firstBar;

    /// <summary>One past the number of the last bar.</summary>
    public int EndBar => firstBar + Bars.Count;

    /// <summary>The bars, from <see cref="FirstBar"/> on.</summary>
    public AppendLog<BarState> Bars { get; } = new(1024);

    /// <summary>Liquidations, in order of time.</summary>
    public AppendLog<ForcedOrder> ForcedOrders { get; } = new(4096);

    /// <summary>Funding settlements, in order of time.</summary>
    public AppendLog<FundingSettlement> Settlements { get; } = new(256);

    /// <summary>When the funding interval became another, Unix ms, in order of time.</summary>
    public AppendLog<long> FundingChanges { get; } = new(16);

    /// <summary>The bar of a number between <see cref="FirstBar"/> and <see cref="EndBar"/>.</summary>
    public ref readonly BarState At(int bar) => ref Bars[bar - firstBar];

    /// <summary>Index of the first forced order at or after an instant.</summary>
    public int FirstForcedOrder(long time) => ForcedOrders.LowerBound(time, static order => order.Time);
}
