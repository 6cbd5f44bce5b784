using OmnipotentFutures.Analysis;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>What a caller of the screener wants to see.</summary>
/// <param name="Sort">One of <see cref="ScreenerColumns.Names"/>.</param>
/// <param name="Order">Which way.</param>
/// <param name="Limit">Most rows.</param>
/// <param name="Offset">Rows left out first.</param>
/// <param name="MinVolume">Least volume of 24 hours, USDT; 0 for all.</param>
internal sealed record ScreenerQuery(string Sort, SortOrder Order, int Limit, int Offset, decimal MinVolume)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Reads the query. A mistake is in <paramref name="query"/> afterwards.</summary>
    /// <param name="query">Reads parameters.</param>
    /// <param name="sent">The parameters.</param>
    public static ScreenerQuery Read(QueryParameters query, ScreenerParameters sent)
    {
        var sort = query.Choice("sort", sent.Sort, ScreenerColumns.Names, ScreenerColumns.Volume);
        var order = query.Choice("order", sent.Order, ["asc", "desc"], sort == ScreenerColumns.Symbol ? "asc" : "desc");
        return new(
            sort,
            order == "asc" ? SortOrder.Asc : SortOrder.Desc,
            query.WholeNumber("limit", sent.Limit, 1, MaxLimit, DefaultLimit),
            query.WholeNumber("offset", sent.Offset, 0, int.MaxValue, 0),
            query.Amount("min_volume", sent.MinVolume, 0));
    }

    /// <summary>The rows that fit, sorted.</summary>
    /// <param name="table">All rows.</param>
    public ScreenerRow[] Select(ScreenerTable table) =>
        table.Rows.Where(row => MinVolume == 0 || row.Volume24HoursUsdt >= MinVolume).Sorted(Sort, Order);

    /// <summary>The rows of the page, with their countdowns.</summary>
    /// <param name="selected">The rows that fit, sorted.</param>
    /// <param name="now">Present time, Unix ms.</param>
    public ScreenerRow[] Page(ScreenerRow[] selected, long now) =>
    [
        .. selected.Skip(Offset).Take(Limit).Select(row => row.NextFundingTime is { } next ? row with { SecondsToFunding = Math.Max(0, (next - now) / 1000) } : row),
    ];
}
