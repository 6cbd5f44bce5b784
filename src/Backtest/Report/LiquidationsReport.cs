using OmnipotentFutures.Backtest.Recording;

namespace OmnipotentFutures.Backtest.Report;

/// <summary>What a backtest on a recorded market found.</summary>
public sealed record LiquidationsReport
{
    /// <summary>What the data is: <c>recorded</c>.</summary>
    public string Source { get; } = "recorded";

    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>What the low and high ends of estimates are.</summary>
    public string Intervals { get; } = "95 % of a circular block bootstrap";

    /// <summary>Version of the book's parameters.</summary>
    public required string ParametersVersion { get; init; }

    /// <summary>Whether the contract's brackets are only assumed.</summary>
    public required bool BracketsAssumed { get; init; }

    /// <summary>How much is liquidated by the hour.</summary>
    public required HourlyReport Hourly { get; init; }

    /// <summary>Where, a report a horizon and side.</summary>
    public required IReadOnlyList<MapReport> Maps { get; init; }

    /// <summary>The cascade probability, a report a side.</summary>
    public required IReadOnlyList<CascadeReport> Cascades { get; init; }

    /// <summary>Fits of the parameters; empty when the shipped ones are scored.</summary>
    public IReadOnlyList<FitReport> Fits { get; init; } = [];

    /// <summary>What was read.</summary>
    public required DataReport Data { get; init; }
}

/// <summary>What was read.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="RealisedHours">Hours whose realised liquidations are known.</param>
/// <param name="From">Start of the first bar.</param>
/// <param name="To">End of the last bar.</param>
public sealed record DataReport(HistoryCoverage Recording, int RealisedHours, DateTimeOffset From, DateTimeOffset To);
