using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>One of the exchange's long/short ratios over time. Readings without a number are left out.</summary>
/// <param name="Ratio">Longs over shorts.</param>
/// <param name="LongShare">Share of longs, a fraction.</param>
/// <param name="Latest">The latest reading; null when there is none.</param>
internal sealed record RatioSeries(TimeSeries Ratio, TimeSeries LongShare, LongShortRatio? Latest) : ISeries
{
    /// <inheritdoc/>
    public int Count => Ratio.Count;

    public static RatioSeries Of(StatisticsPeriod period, LongShortRatio[] rows)
    {
        var whole = rows.Where(row => row.Ratio is not null).DistinctBy(row => row.Timestamp).ToArray();
        return new(
            period.SeriesOf(whole, row => row.Timestamp, row => row.Ratio!.Value),
            period.SeriesOf(whole.Where(row => row.LongShare is not null), row => row.Timestamp, row => row.LongShare!.Value),
            whole.LastOrDefault());
    }
}
