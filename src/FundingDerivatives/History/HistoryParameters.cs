using Microsoft.AspNetCore.Mvc;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>Query of <c>/history</c> as it was sent: read by hand, so that a mistake gets a sentence.</summary>
internal sealed record HistoryParameters
{
    /// <summary>funding, open_interest, basis or long_short; funding when absent.</summary>
    [FromQuery(Name = "metric")]
    public string? Metric { get; init; }

    /// <summary>Distance between points: 5m, 15m, 30m, 1h, 2h, 4h, 6h, 12h or 1d; 1h when absent. Not for funding.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    /// <summary>Most points, the newest: 1 to 500, of funding 1 to 1000; when absent 500, of funding 270.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }
}
