using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Baselines;

/// <summary>The map of most open-source tools: what was traded at each price over the last days was opened there, at the usual leverages.
/// Nobody closes and no level is consumed. It has no scale of its own.</summary>
/// <param name="hasVolumes">Whether volumes are known; without them each bar counts the same.</param>
/// <param name="memory">For how long an entry counts.</param>
public sealed class VolumeProfile(bool hasVolumes, TimeSpan memory) : ILiquidationModel
{
    /// <summary>How long the profile reaches back unless told otherwise: the usual 30 days, which also rank best of 1, 3, 7 and 30 on the recorded
    /// market.</summary>
    public static readonly TimeSpan UsualMemory = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => hasVolumes ? "volume profile x leverage" : "time at price x leverage";

    /// <inheritdoc/>
    public IReadOnlyList<HourlyVolume> Replay(IReadOnlyList<HistoryHour> hours, Action<int, IEnumerable<StandingLevel>> atStart)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(atStart);

        var grid = new PriceGrid(hours.Min(hour => hour.Low), hours.Max(hour => hour.High));
        var volumes = new HourlyVolume[hours.Count];
        var oldest = 0;
        for (var i = 0; i < volumes.Length; i++)
        {
            while (hours[oldest].Start < hours[i].Start - memory.TotalMilliseconds)
            {
                oldest++;
            }

            var traded = Profile(grid, hours.Skip(oldest).Take(i - oldest));
            StandingLevel[] levels =
            [
                .. traded.Index().Where(band => band.Item > 0).SelectMany(band => NaiveLeverage.Levels(grid.PriceOf(band.Index), band.Item)),
            ];
            atStart(i, levels);
            volumes[i] = NaiveLeverage.Swept(hours[i], levels);
        }

        return volumes;
    }

    private double[] Profile(PriceGrid grid, IEnumerable<HistoryHour> hours)
    {
        var traded = new double[grid.Count];
        foreach (var bar in hours.SelectMany(hour => hour.Bars))
        {
            var notional = hasVolumes ? bar.Volume!.Value * bar.Market.Close : 1;
            var (first, last) = (grid.BandOf(bar.Market.Low), grid.BandOf(bar.Market.High));
            for (var band = first; band <= last; band++)
            {
                traded[band] += notional / (last - first + 1);
            }
        }

        return traded;
    }
}
