using System.Text.Json.Serialization;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Who pays whom: <c>EXTREME_BULLISH</c> and <c>EXTREME_BEARISH</c> when the level is EXTREME and longs or shorts pay; else by the rate per 8
/// hours <c>BULLISH</c> when longs pay clearly more than the baseline, from 0.015 %, <c>BEARISH</c> when shorts pay 0.005 % or more, <c>NEUTRAL</c> between;
/// <c>UNKNOWN</c> without a running rate, as for a contract that does not trade. Names crowding and cost; it forecasts no direction. The numbers are the
/// defaults of the configuration section <c>FundingThresholds</c>.</summary>
[JsonConverter(typeof(UpperCaseName<FundingStatus>))]
public enum FundingStatus
{
    /// <summary>There is no running rate.</summary>
    Unknown,

    /// <summary>Around the baseline.</summary>
    Neutral,

    /// <summary>Longs pay clearly more than the baseline.</summary>
    Bullish,

    /// <summary>Shorts pay.</summary>
    Bearish,

    /// <summary>Longs pay extremely much.</summary>
    ExtremeBullish,

    /// <summary>Shorts pay extremely much.</summary>
    ExtremeBearish,
}

/// <summary>How crowded the paying side is, by the rank of the rate per 8 hours among 90 days of settlements and by its size together: <c>NORMAL</c>;
/// <c>ELEVATED</c> from the 90th percentile and 0.02 % (longs pay) or 0.005 % (shorts pay, 10th percentile); <c>HIGH</c> from the 95th and 0.03 % or
/// 0.01 %; <c>EXTREME</c> from the 99th and 0.05 % or 0.02 %, or from three quarters of the cap or floor, or when the interval was shortened;
/// <c>INSUFFICIENT_HISTORY</c> with fewer than 60 settlements. A level is left only when the rank is 5 points below its entry or the rate below 80 % of its
/// floor. Configurable.</summary>
[JsonConverter(typeof(UpperCaseName<FundingLevel>))]
public enum FundingLevel
{
    /// <summary>Nothing unusual.</summary>
    Normal,

    /// <summary>Dearer than usual.</summary>
    Elevated,

    /// <summary>Dear.</summary>
    High,

    /// <summary>Very dear.</summary>
    Extreme,

    /// <summary>Too few settlements to call anything unusual.</summary>
    InsufficientHistory,
}

/// <summary>Where the contract trades relative to spot: <c>NORMAL</c> within the dead band (flat), <c>CONTANGO</c> above, <c>BACKWARDATION</c>
/// below.</summary>
[JsonConverter(typeof(UpperCaseName<BasisStatus>))]
public enum BasisStatus
{
    /// <summary>Within the dead band.</summary>
    Normal,

    /// <summary>The contract is dearer than spot.</summary>
    Contango,

    /// <summary>The contract is cheaper than spot.</summary>
    Backwardation,
}

/// <summary>Which side more accounts are on: <c>LONG_HEAVY</c> when at least 60 % (configurable) are long, <c>SHORT_HEAVY</c> when at least
/// 60 % are short, <c>BALANCED</c> otherwise. Accounts are counted, not money.</summary>
[JsonConverter(typeof(UpperCaseName<LongShortStatus>))]
public enum LongShortStatus
{
    /// <summary>Neither side is heavy.</summary>
    Balanced,

    /// <summary>Most accounts are long.</summary>
    LongHeavy,

    /// <summary>Most accounts are short.</summary>
    ShortHeavy,
}

/// <summary>How the funding interval is known: <c>funding_info</c> (the exchange publishes it), <c>inferred</c> (from the gap between the last
/// settlements) or <c>assumed</c> (8 hours, the exchange's default).</summary>
[JsonConverter(typeof(LowerCaseName<IntervalSource>))]
public enum IntervalSource
{
    /// <summary>The exchange publishes it.</summary>
    FundingInfo,

    /// <summary>From the gap between the last settlements.</summary>
    Inferred,

    /// <summary>The exchange's default.</summary>
    Assumed,
}

/// <summary>What the contract is compared with: <c>spot</c> (middle of Binance's spot book) or <c>index</c> (the contract's index price, a mean over
/// several exchanges).</summary>
[JsonConverter(typeof(LowerCaseName<SpotSource>))]
public enum SpotSource
{
    /// <summary>Middle of Binance's spot book.</summary>
    Spot,

    /// <summary>The contract's index price.</summary>
    Index,
}

/// <summary>Kind of contract: <c>perpetual</c> (pays funding, its basis is never annualised) or <c>delivery</c> (pays no funding, ends on a date).</summary>
[JsonConverter(typeof(LowerCaseName<ContractKind>))]
public enum ContractKind
{
    /// <summary>Pays funding.</summary>
    Perpetual,

    /// <summary>Ends on a date.</summary>
    Delivery,
}

/// <summary>Where a dead band comes from: <c>own_history</c> (two robust standard deviations of the contract's own basis), <c>minimum</c> (its
/// history is calmer than what is worth naming) or <c>fallback</c> (there is too little history). The last two are configurable.</summary>
[JsonConverter(typeof(LowerCaseName<BandSource>))]
public enum BandSource
{
    /// <summary>From the contract's own basis.</summary>
    OwnHistory,

    /// <summary>The least band.</summary>
    Minimum,

    /// <summary>There is too little history.</summary>
    Fallback,
}

/// <summary>What price and open interest did together: <c>PRICE_UP_OI_UP</c>, <c>PRICE_UP_OI_DOWN</c>, <c>PRICE_DOWN_OI_UP</c>,
/// <c>PRICE_DOWN_OI_DOWN</c>, or <c>FLAT</c> when either moved by less than is worth naming (0.25 % of price, 0.5 % of contracts; configurable).</summary>
[JsonConverter(typeof(UpperCaseName<QuadrantStatus>))]
public enum QuadrantStatus
{
    /// <summary>Either hardly moved.</summary>
    Flat,

    /// <summary>Price and contracts rose.</summary>
    PriceUpOiUp,

    /// <summary>The price rose while contracts were closed.</summary>
    PriceUpOiDown,

    /// <summary>The price fell while contracts were opened.</summary>
    PriceDownOiUp,

    /// <summary>Price and contracts fell.</summary>
    PriceDownOiDown,
}

/// <summary>How the top accounts' positions lean against the crowd: <c>TOP_MORE_LONG</c> or <c>TOP_MORE_SHORT</c> when the distance is at least 5
/// percentage points (configurable) and in the outer twentieth of its own history, else <c>ALIGNED</c>; <c>UNKNOWN</c> with too little history.</summary>
[JsonConverter(typeof(UpperCaseName<DivergenceStatus>))]
public enum DivergenceStatus
{
    /// <summary>Too little history.</summary>
    Unknown,

    /// <summary>Nothing unusual.</summary>
    Aligned,

    /// <summary>The top accounts' positions are unusually long.</summary>
    TopMoreLong,

    /// <summary>The top accounts' positions are unusually short.</summary>
    TopMoreShort,
}

/// <summary>Who pays funding: <c>LONGS_PAY</c>, <c>SHORTS_PAY</c> or <c>NOBODY</c>.</summary>
[JsonConverter(typeof(UpperCaseName<FundingSide>))]
public enum FundingSide
{
    /// <summary>The rate is zero.</summary>
    Nobody,

    /// <summary>Longs pay shorts.</summary>
    LongsPay,

    /// <summary>Shorts pay longs.</summary>
    ShortsPay,
}

/// <summary>What a level rests on: <c>percentile_and_floor</c> (rank and size together), <c>cap_utilisation</c> (three quarters of the cap or floor),
/// <c>interval_shortened</c> (the paying side brought hourly settlement), <c>insufficient_history</c>, <c>held_by_hysteresis</c> (reached earlier and not left
/// yet), <c>early_estimate</c> (it would be EXTREME, but too little of the settlement is fixed).</summary>
[JsonConverter(typeof(LowerCaseName<LevelReason>))]
public enum LevelReason
{
    /// <summary>Rank and size together.</summary>
    PercentileAndFloor,

    /// <summary>Much of the room to the cap or floor is taken up.</summary>
    CapUtilisation,

    /// <summary>The paying side brought hourly settlement.</summary>
    IntervalShortened,

    /// <summary>Too few settlements.</summary>
    InsufficientHistory,

    /// <summary>Reached earlier and not left yet.</summary>
    HeldByHysteresis,

    /// <summary>Too little of the settlement is fixed.</summary>
    EarlyEstimate,
}

/// <summary>Whether the interval may change: <c>NONE</c>; <c>POSSIBLE</c> (three quarters of the cap or floor, or the settlement reaches it if the premium
/// stays); <c>LIKELY</c> (the estimate is at the cap or floor); <c>SHORTENED</c> (it settles every hour since it was at the limit);
/// <c>NOT_APPLICABLE</c> (it settles every hour for another reason); <c>UNKNOWN</c> (the limit is not known).</summary>
[JsonConverter(typeof(UpperCaseName<IntervalRiskStatus>))]
public enum IntervalRiskStatus
{
    /// <summary>The limit is not known.</summary>
    Unknown,

    /// <summary>Far from the limit.</summary>
    None,

    /// <summary>The limit may be reached.</summary>
    Possible,

    /// <summary>The estimate is at the limit.</summary>
    Likely,

    /// <summary>It settles every hour since it was at the limit.</summary>
    Shortened,

    /// <summary>It settles every hour for another reason.</summary>
    NotApplicable,
}
