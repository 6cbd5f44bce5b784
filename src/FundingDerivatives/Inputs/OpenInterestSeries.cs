using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Open interest over time. Readings without a number are left out.</summary>
/// <param name="Contracts">Contracts of one side, base units.</param>
/// <param name="Value">Their value, quote units.</param>
/// <param name="CirculatingSupply">Circulating supply with the latest reading; null when not given.</param>
internal sealed record OpenInterestSeries(TimeSeries Contracts, TimeSeries Value, decimal? CirculatingSupply) : ISeries
{
    /// <inheritdoc/>
    public int Count => Contracts.Count;

    public static OpenInterestSeries Of(StatisticsPeriod period, OpenInterestPoint[] points)
    {
        var whole = points.Where(point => point is { Contracts: > 0, Value: > 0 }).DistinctBy(point => point.Timestamp).ToArray();
        return new(
            period.SeriesOf(whole, point => point.Timestamp, point => point.Contracts!.Value),
            period.SeriesOf(whole, point => point.Timestamp, point => point.Value!.Value),
            whole.LastOrDefault()?.CirculatingSupply is > 0 and var supply ? supply : null);
    }
}
