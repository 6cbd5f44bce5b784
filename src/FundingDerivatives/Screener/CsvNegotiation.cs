using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Finds out whether a caller wants CSV.</summary>
internal static class CsvNegotiation
{
    private static readonly MediaTypeHeaderValue Csv = new("text/csv");
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Whether CSV is preferred to JSON: by quality, and where that is equal by which is named more precisely. JSON otherwise, also for who
    /// accepts neither.</summary>
    /// <param name="headers">The request's headers.</param>
    public static bool PrefersCsv(RequestHeaders headers)
    {
        var ranges = headers.Accept;
        return Preference(ranges, Csv).CompareTo(Preference(ranges, Json)) > 0;
    }

    // The most precise range that a type falls into decides its quality (RFC 9110, 12.5.1).
    private static (double Quality, int Precision) Preference(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue type)
    {
        var best = ranges.Where(range => Covers(range, type)).MaxBy(Precision);
        return best is { Quality: not 0 } ? (best.Quality ?? 1, Precision(best)) : default;
    }

    // Parameters such as charset are no reason to refuse: there is one CSV and one JSON.
    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes
        || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase)));

    private static int Precision(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3;
}
