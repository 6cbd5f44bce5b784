namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>What rows can be sorted by.</summary>
internal static class ScreenerColumns
{
    /// <summary>The symbol, the one name that is no number.</summary>
    public const string Symbol = "symbol";

    /// <summary>The default: where most is traded.</summary>
    public const string Volume = "volume_24h_usdt";

    private static readonly (string Name, Func<ScreenerRow, decimal?> Value)[] Numbers =
    [
        (Volume, row => row.Volume24HoursUsdt),
        ("rate", row => row.Rate),
        ("interval_hours", row => row.IntervalHours),
        ("rate_8h", row => row.Rate8Hours),
        ("abs_rate_8h", row => row.Rate8Hours is { } rate ? Math.Abs(rate) : null),
        ("apr", row => row.Apr),
        ("cap", row => row.Cap),
        ("floor", row => row.Floor),
        ("cap_utilisation", row => row.CapUtilisation),
        ("next_funding_time", row => row.NextFundingTime),
        // Sooner and later do not depend on now.
        ("seconds_to_funding", row => row.NextFundingTime),
        ("mark_price", row => row.MarkPrice),
        ("index_price", row => row.IndexPrice),
        ("index_basis", row => row.IndexBasis),
        ("price", row => row.Price),
        ("price_change_24h", row => row.PriceChange24Hours),
    ];

    private static readonly Dictionary<string, Func<ScreenerRow, decimal?>> ByName = Numbers.ToDictionary(column => column.Name, column => column.Value);

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Symbol, .. Numbers.Select(column => column.Name)];

    /// <summary>Sorts rows. Those without a value come last whichever the order, equal ones by symbol.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">One of <see cref="Names"/>.</param>
    /// <param name="order">Which way.</param>
    public static ScreenerRow[] Sorted(this IEnumerable<ScreenerRow> rows, string column, SortOrder order)
    {
        ScreenerRow[] sorted = [.. rows];
        var sign = order == SortOrder.Desc ? -1 : 1;
        if (column == Symbol)
        {
            Array.Sort(sorted, (left, right) => sign * BySymbol(left, right));
            return sorted;
        }

        var keys = Array.ConvertAll(sorted, row => (Row: row, Value: ByName[column](row)));
        Array.Sort(keys, (left, right) => (left.Value, right.Value) switch
        {
            ({ } one, { } other) when one != other => sign * one.CompareTo(other),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => BySymbol(left.Row, right.Row),
        });
        return Array.ConvertAll(keys, key => key.Row);
    }

    private static int BySymbol(ScreenerRow left, ScreenerRow right) => string.CompareOrdinal(left.Symbol, right.Symbol);
}
