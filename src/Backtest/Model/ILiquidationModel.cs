using OmnipotentFutures.Backtest.Recording;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>Something that says where positions would be liquidated, and so how much is when the price gets there.</summary>
public interface ILiquidationModel
{
    /// <summary>What tables call it.</summary>
    string Name { get; }

    /// <summary>Goes through a history from its start, knowing at each hour only what came before.</summary>
    /// <param name="hours">Hours, oldest first.</param>
    /// <param name="atStart">Is shown the index of each hour and the levels that stand at its start, to be read before it returns.</param>
    /// <returns>What is liquidated in each hour by the model's account, given the prices of the hour.</returns>
    IReadOnlyList<HourlyVolume> Replay(IReadOnlyList<HistoryHour> hours, Action<int, IEnumerable<StandingLevel>> atStart);
}
