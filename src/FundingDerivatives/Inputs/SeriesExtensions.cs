using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Turns rows of the exchange into series.</summary>
internal static class SeriesExtensions
{
    public static TimeSeries SeriesOf<T>(this StatisticsPeriod period, IEnumerable<T> rows, Func<T, long> timeOf, Func<T, decimal> valueOf) =>
        new((long)period.Length.TotalMilliseconds, rows.Select(row => (timeOf(row), (double)valueOf(row))));
}
