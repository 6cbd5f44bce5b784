using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Funding of a perpetual. Rates are percent; positive: longs pay shorts.</summary>
public sealed record FundingRateReport
{
    /// <summary>Running estimate of the coming settlement, percent per interval; null when there is none, as for a contract that does not trade.</summary>
    public required decimal? Current { get; init; }

    /// <summary>Who pays whom.</summary>
    public required FundingStatus Status { get; init; }

    /// <summary>How crowded the paying side is; null without a running rate.</summary>
    public required FundingLevel? Level { get; init; }

    /// <summary>What the level rests on; empty when nothing is unusual.</summary>
    public required IReadOnlyList<LevelReason> LevelReasons { get; init; }

    /// <summary>The status in a sentence.</summary>
    public required string Warning { get; init; }

    /// <summary>Coming settlement, Unix ms; null when there is none.</summary>
    public required long? NextFundingTime { get; init; }

    /// <summary>Seconds until then by the exchange's clock, not below 0; null when there is none.</summary>
    public required decimal? CountdownSeconds { get; init; }

    /// <summary>Hours between settlements. It differs between contracts and changes: compare <c>rate_8h</c> or <c>apr</c>, never <c>current</c>.</summary>
    public required int IntervalHours { get; init; }

    /// <summary>How the interval is known.</summary>
    public required IntervalSource IntervalSource { get; init; }

    /// <summary>Last change of the interval within the settlements that are known; null without one.</summary>
    public required IntervalChangeReport? IntervalChange { get; init; }

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

    /// <summary>Share of the room to the cap (to the floor when shorts pay) that the running estimate takes up, percent; null when the limit is not
    /// known.</summary>
    public required decimal? CapUtilisation { get; init; }

    /// <summary>Whether the interval may change by the exchange's rules; null without a running rate.</summary>
    public required IntervalRiskReport? IntervalRisk { get; init; }

    /// <summary>Share of the coming settlement that can no longer change, percent: the exchange weighs the premium by time, so half the interval fixes a
    /// quarter. Null when there is no coming settlement.</summary>
    public required decimal? EstimateFixed { get; init; }

    /// <summary>Where it settles if the premium stays as it is; null when the premium or the time is not known.</summary>
    public required ProjectedFundingReport? Projected { get; init; }

    /// <summary>What was really settled over 1, 3, 7 and 30 days; empty when no settlement is known.</summary>
    public required IReadOnlyList<RealisedFundingReport> Realised { get; init; }

    /// <summary>Consecutive settlements that one side paid; null when the last one was zero or none is known.</summary>
    public required FundingStreakReport? Streak { get; init; }

    /// <summary>Where the running estimate stands among the settlements of 30 and 90 days, per 8 hours; empty without either.</summary>
    public required IReadOnlyList<FundingStandingReport> Standings { get; init; }

    /// <summary>What followed earlier times at this level; empty at NORMAL. It shows crowding, not direction.</summary>
    public required IReadOnlyList<EvidenceReport> Evidence { get; init; }
}

/// <summary>A funding settlement that was paid.</summary>
/// <param name="Rate">Percent per interval; positive: longs paid shorts.</param>
/// <param name="Time">When, Unix ms; some milliseconds after the full hour at times.</param>
public sealed record SettledFundingReport(decimal Rate, long Time);

/// <summary>A change of the funding interval.</summary>
/// <param name="FromHours">Hours between settlements before.</param>
/// <param name="ToHours">Hours after.</param>
/// <param name="At">The settlement that ended the old interval, Unix ms.</param>
public sealed record IntervalChangeReport(int FromHours, int ToHours, long At);

/// <summary>Whether the interval may change. A settlement at the cap or floor makes a contract settle every hour; enough calm hourly settlements in a row
/// bring the usual interval back.</summary>
/// <param name="Status">How near that is.</param>
/// <param name="Reason">The status in a sentence.</param>
/// <param name="CalmSettlements">Calm hourly settlements in a row so far; null when the interval is not shortened.</param>
/// <param name="CalmNeeded">How many bring the usual interval back.</param>
/// <param name="CalmRate">Largest size of a calm settlement, percent per hour.</param>
public sealed record IntervalRiskReport(IntervalRiskStatus Status, string Reason, int? CalmSettlements, int CalmNeeded, decimal CalmRate);

/// <summary>The settlement that follows if the premium stays. Low and high are the same where the running estimate tells the average premium so far; at the
/// baseline, cap and floor it tells it only within bounds.</summary>
/// <param name="Low">Lowest, percent per interval.</param>
/// <param name="High">Highest, percent per interval.</param>
/// <param name="Premium">Premium index now, percent of the index price.</param>
public sealed record ProjectedFundingReport(decimal Low, decimal High, decimal Premium);

/// <summary>Funding over some days as it was settled, never a rate times a count.</summary>
/// <param name="Days">The days before now.</param>
/// <param name="Rate">Sum, percent of the notional; positive: longs paid.</param>
/// <param name="Settlements">How many.</param>
/// <param name="Complete">Whether the settlements known reach back that far.</param>
public sealed record RealisedFundingReport(int Days, decimal Rate, int Settlements, bool Complete);

/// <summary>Consecutive settlements that one side paid.</summary>
/// <param name="Side">The side.</param>
/// <param name="Settlements">How many.</param>
/// <param name="Since">The first of them, Unix ms.</param>
/// <param name="AtLeast">Whether it may be longer than the settlements known.</param>
public sealed record FundingStreakReport(FundingSide Side, int Settlements, long Since, bool AtLeast);

/// <summary>Where the running estimate stands among settlements, all per 8 hours.</summary>
/// <param name="Days">Days before now.</param>
/// <param name="Percentile">Share of settlements that are lower, plus half of those that are equal, percent, 0 to 100.</param>
/// <param name="RobustZ">Distance from the median in robust standard deviations; null when more than half of the settlements are one value.</param>
/// <param name="N">Settlements.</param>
public sealed record FundingStandingReport(int Days, decimal Percentile, decimal? RobustZ, int N);
