using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>A page of the perpetuals that trade.</summary>
public sealed record ScreenerReport
{
    /// <summary>Rows that fit the query, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>Rows on this page.</summary>
    public required int Count { get; init; }

    /// <summary>Rows left out before it.</summary>
    public required int Offset { get; init; }

    /// <summary>Most rows on a page.</summary>
    public required int Limit { get; init; }

    /// <summary>What the rows are sorted by.</summary>
    public required string Sort { get; init; }

    /// <summary>Which way.</summary>
    public required SortOrder Order { get; init; }

    /// <summary>The rows. Those without the value that they are sorted by come last.</summary>
    public required IReadOnlyList<ScreenerRow> Rows { get; init; }

    /// <summary>The exchange's time that the rates are of, Unix ms.</summary>
    public required long AsOf { get; init; }

    /// <summary>That this is educational and not advice, in the language asked for.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Where the numbers come from, how old they are and what is missing.</summary>
    public required AnalysisMeta Meta { get; init; }

    internal static ScreenerReport Of(
        ScreenerQuery query, MarketInputs inputs, ScreenerTable table, DateTimeOffset now, MarketMeta meta, Language language)
    {
        var selected = query.Select(table);
        var page = query.Page(selected, now.ToUnixTimeMilliseconds());
        return new()
        {
            Total = selected.Length,
            Count = page.Length,
            Offset = query.Offset,
            Limit = query.Limit,
            Sort = query.Sort,
            Order = query.Order,
            Rows = page,
            AsOf = table.AsOf,
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            Meta = meta.Describe(inputs, table.AsOf, stale: false, language),
        };
    }
}
