using OmnipotentFutures.Analysis;
using OmnipotentFutures.Binance.Queries;
using OmnipotentFutures.FundingDerivatives.Inputs;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>Which history a caller wants.</summary>
/// <param name="Metric">What it is of.</param>
/// <param name="Period">Distance between points; means nothing for funding.</param>
/// <param name="Limit">Most points, the newest.</param>
internal sealed record HistoryQuery(HistoryMetric Metric, StatisticsPeriod Period, int Limit)
{
    /// <summary>Most points of a metric with a period: what the exchange gives in one call.</summary>
    public const int MostPoints = 500;

    // 90 days of a contract that settles every 8 hours.
    private const int DefaultSettlements = 270;

    private static readonly Dictionary<string, HistoryMetric> Metrics = new()
    {
        ["funding"] = HistoryMetric.Funding,
        ["open_interest"] = HistoryMetric.OpenInterest,
        ["basis"] = HistoryMetric.Basis,
        ["long_short"] = HistoryMetric.LongShort,
    };

    private static readonly string[] Periods = [.. StatisticsPeriod.All.Select(period => period.Name)];

    /// <summary>Reads the query. A mistake is in <paramref name="query"/> afterwards.</summary>
    /// <param name="query">Reads parameters.</param>
    /// <param name="sent">The parameters.</param>
    public static HistoryQuery Read(QueryParameters query, HistoryParameters sent)
    {
        var metric = Metrics[query.Choice("metric", sent.Metric, [.. Metrics.Keys], "funding")];
        if (metric == HistoryMetric.Funding)
        {
            query.Refuse("period", sent.Period, "does not apply to funding: settlements come when they come. Leave it out, or ask for another metric.");
            return new(metric, StatisticsPeriod.OneHour, query.WholeNumber("limit", sent.Limit, 1, SettlementReader.PageSize, DefaultSettlements));
        }

        var name = query.Choice("period", sent.Period, Periods, StatisticsPeriod.OneHour.Name);
        return new(metric, StatisticsPeriod.All.First(period => period.Name == name), query.WholeNumber("limit", sent.Limit, 1, MostPoints, MostPoints));
    }
}
