using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Writes rows as CSV (RFC 4180): a header, numbers with a point, nothing for what is not known. Each row says where it comes from and when,
/// because files outlive the answer that they came with.</summary>
internal static class ScreenerCsv
{
    private const string LineEnd = "\r\n";

    // Dividing by a one of the greatest scale leaves the smallest scale that holds the value: no trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private static readonly (string Name, Func<ScreenerRow, IFormattable?> Number)[] Numbers =
    [
        ("rate", row => Trimmed(row.Rate)),
        ("interval_hours", row => row.IntervalHours),
        ("rate_8h", row => Trimmed(row.Rate8Hours)),
        ("apr", row => Trimmed(row.Apr)),
        ("cap", row => Trimmed(row.Cap)),
        ("floor", row => Trimmed(row.Floor)),
        ("cap_utilisation", row => Trimmed(row.CapUtilisation)),
        ("next_funding_time", row => row.NextFundingTime),
        ("seconds_to_funding", row => row.SecondsToFunding),
        ("mark_price", row => Trimmed(row.MarkPrice)),
        ("index_price", row => Trimmed(row.IndexPrice)),
        ("index_basis", row => Trimmed(row.IndexBasis)),
        ("price", row => Trimmed(row.Price)),
        ("price_change_24h", row => Trimmed(row.PriceChange24Hours)),
        ("volume_24h_usdt", row => Trimmed(row.Volume24HoursUsdt)),
    ];

    private static readonly string Header =
        $"symbol,base_asset,quote_asset,{string.Join(',', Numbers.Select(column => column.Name))},interval_source,status,reason,as_of,source{LineEnd}";

    /// <summary>Writes rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asOf">The exchange's time, Unix ms.</param>
    /// <param name="source">Who answers, such as <c>paper-simulated</c>.</param>
    public static byte[] Write(IReadOnlyList<ScreenerRow> rows, long asOf, string source)
    {
        var text = new StringBuilder(Header, capacity: Header.Length + (rows.Count * 256));
        foreach (var row in rows)
        {
            AppendText(text, row.Symbol).Append(',');
            AppendText(text, row.BaseAsset).Append(',');
            AppendText(text, row.QuoteAsset).Append(',');
            foreach (var (_, number) in Numbers)
            {
                text.Append(number(row)?.ToString(null, CultureInfo.InvariantCulture)).Append(',');
            }

            text.Append(Name(row.IntervalSource)).Append(',').Append(Name<ScreenerStatus>(row.Status)).Append(',').Append(Name(row.Reason)).Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{asOf},");
            AppendText(text, source).Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static StringBuilder AppendText(StringBuilder line, string text) =>
        text.AsSpan().ContainsAny(Quoted) ? line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"') : line.Append(text);

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null;

    private static decimal? Trimmed(decimal? value) => value / One;
}
