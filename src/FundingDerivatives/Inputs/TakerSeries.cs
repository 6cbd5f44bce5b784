using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Taker volumes over time. Readings without a number are left out.</summary>
/// <param name="BuyShare">Share of what takers bought, a fraction; hours without a trade are left out.</param>
/// <param name="Volume">All that was traded, base units: every trade has one taker.</param>
/// <param name="Latest">The latest reading; null when there is none.</param>
internal sealed record TakerSeries(TimeSeries BuyShare, TimeSeries Volume, TakerVolume? Latest) : ISeries
{
    /// <inheritdoc/>
    public int Count => Volume.Count;

    public static TakerSeries Of(StatisticsPeriod period, TakerVolume[] rows)
    {
        var whole = rows.Where(row => row is { BuyVolume: >= 0, SellVolume: >= 0 }).DistinctBy(row => row.Timestamp).ToArray();
        return new(
            period.SeriesOf(whole.Where(row => Traded(row) > 0), row => row.Timestamp, row => row.BuyVolume!.Value / Traded(row)),
            period.SeriesOf(whole, row => row.Timestamp, Traded),
            whole.LastOrDefault());

        static decimal Traded(TakerVolume row) => row.BuyVolume!.Value + row.SellVolume!.Value;
    }
}
