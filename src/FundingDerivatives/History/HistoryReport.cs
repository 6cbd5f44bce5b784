using OmnipotentFutures.Analysis;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>A contract's past in one metric.</summary>
public sealed record HistoryReport
{
    /// <summary>The contract, in the exchange's spelling.</summary>
    public required string Symbol { get; init; }

    /// <summary>What the points are of.</summary>
    public required HistoryMetric Metric { get; init; }

    /// <summary>Distance between points, such as 1h; null for funding, whose settlements come when they come.</summary>
    public required string? Period { get; init; }

    /// <summary>The points, oldest first: of funding {time, rate, rate_8h, mark_price}, of open_interest {time, contracts, value_usdt, value_quote}, of
    /// basis {time, basis, futures_price, index_price}, of long_short {time, global_accounts, long_account, short_account}. Rates, basis and shares are
    /// percent, times Unix ms.</summary>
    public required IReadOnlyList<HistoryPoint> Points { get; init; }

    /// <summary>Whether there are points and they are current.</summary>
    public required BlockStatus Status { get; init; }

    /// <summary>Why the status is not ok, in the language asked for; null when it is.</summary>
    public required string? Reason { get; init; }

    /// <summary>The same as a stable machine name; null when it is ok.</summary>
    public required string? Code { get; init; }

    /// <summary>Time of the newest point, Unix ms; null without points.</summary>
    public required long? AsOf { get; init; }

    /// <summary>Age of the newest point by the exchange's clock, seconds; null without points.</summary>
    public required decimal? AgeSeconds { get; init; }

    /// <summary>That this is educational and not advice, in the language asked for.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Where the numbers come from, how old they are and what is missing.</summary>
    public required AnalysisMeta Meta { get; init; }
}
