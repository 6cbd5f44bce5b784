using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Funding of a perpetual. Rates are percent; positive: longs pay shorts.</summary>
public sealed record FundingRateReport
{
    /// <summary>Running estimate of the coming settlement, percent per interval; null when there is none, as for a contract that does not trade.</summary>
    public required decimal? Current { get; init; }

    /// <summary>Who pays whom.</summary>
    public required FundingStatus Status { get; init; }

    /// <summary>How expensive the paying side is; null without a running rate.</summary>
    public required FundingLevel? Level { get; init; }

    /// <summary>The status in a sentence.</summary>
    public required string Warning { get; init; }

    /// <summary>Coming settlement, Unix ms; null when there is none.</summary>
    public required long? NextFundingTime { get; init; }

    /// <summary>Hours between settlements. It differs between contracts and changes: compare <c>rate_8h</c> or <c>apr</c>, never <c>current</c>.</summary>
    public required int IntervalHours { get; init; }

    /// <summary>How the interval is known.</summary>
    public required IntervalSource IntervalSource { get; init; }

    /// <summary>The running estimate over 8 hours, percent: current times 8 over the interval.</summary>
    [JsonPropertyName("rate_8h")]
    public required decimal? Rate8Hours { get; init; }

    /// <summary>The running estimate over a year, percent, without compounding: current times settlements a day times 365.</summary>
    public required decimal? Apr { get; init; }

    /// <summary>The last settlement that was paid; null when none is known.</summary>
    public required SettledFundingReport? LastSettled { get; init; }

    /// <summary>Highest rate the exchange allows, percent per interval; null when it does not say.</summary>
    public required decimal? Cap { get; init; }

    /// <summary>Lowest rate the exchange allows, percent per interval; null when it does not say.</summary>
    public required decimal? Floor { get; init; }
}

/// <summary>A funding settlement that was paid.</summary>
/// <param name="Rate">Percent per interval; positive: longs paid shorts.</param>
/// <param name="Time">When, Unix ms; some milliseconds after the full hour at times.</param>
public sealed record SettledFundingReport(decimal Rate, long Time);
