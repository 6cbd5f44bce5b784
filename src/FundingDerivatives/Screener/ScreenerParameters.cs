using Microsoft.AspNetCore.Mvc;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Query of <c>/screener</c> as it was sent: read by hand, so that a mistake gets a sentence.</summary>
internal sealed record ScreenerParameters
{
    /// <summary>Name of a numeric field of a row, symbol, or abs_rate_8h for the most extreme either way; volume_24h_usdt when absent.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>asc or desc; when absent desc, or asc for symbol.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    /// <summary>Most rows to answer, 1 to 1000; 100 when absent.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Rows to leave out first, 0 or more.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; init; }

    /// <summary>Least volume of 24 hours, USDT. Above 0 it leaves out rows whose volume is not known.</summary>
    [FromQuery(Name = "min_volume")]
    public string? MinVolume { get; init; }
}
