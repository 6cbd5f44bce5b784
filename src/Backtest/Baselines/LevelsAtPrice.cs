using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;

namespace OmnipotentFutures.Backtest.Baselines;

/// <summary>The map that needs no history: all open interest was opened just now, at the price of the moment.</summary>
public sealed class LevelsAtPrice : ILiquidationModel
{
    /// <inheritdoc/>
    public string Name => "levels at 1/L";

    /// <inheritdoc/>
    public IReadOnlyList<HourlyVolume> Replay(IReadOnlyList<HistoryHour> hours, Action<int, IEnumerable<StandingLevel>> atStart)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(atStart);

        var volumes = new HourlyVolume[hours.Count];
        for (var i = 0; i < volumes.Length; i++)
        {
            StandingLevel[] levels = [.. NaiveLeverage.Levels(hours[i].Open, (hours[i].OpenInterest ?? 0) * hours[i].Open)];
            atStart(i, levels);
            volumes[i] = NaiveLeverage.Swept(hours[i], levels);
        }

        return volumes;
    }
}
