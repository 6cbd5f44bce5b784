using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OmnipotentFutures.Analysis;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Estimated liquidation levels of a contract and what follows from them.</summary>
public sealed record LiquidationReport
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Asset that prices and volumes are in; USDT for all but a few contracts, and what is said of USDT below holds for it.</summary>
    public required string QuoteAsset { get; init; }

    /// <summary>Mark price, USDT: liquidation is decided on it. The price of the last trade where the exchange gives no mark price; null when neither is known.</summary>
    public required decimal? CurrentPrice { get; init; }

    /// <summary>The time looked back over; null without a history.</summary>
    public required RangeResponse? Range { get; init; }

    /// <summary>The heaviest zones of every leverage tier.</summary>
    public required LiquidationZones Zones { get; init; }

    /// <summary>Peaks of the book's density over all tiers, heaviest first; at most five a side.</summary>
    public required IReadOnlyList<WhaleTargetResponse> WhaleTargets { get; init; }

    /// <summary>The nearest and the strongest cluster of each side.</summary>
    public required LevelsResponse Levels { get; init; }

    /// <summary>What a move of 1, 2, 5 or 10 % from the present price would reach; empty without levels.</summary>
    public required IReadOnlyList<MoveResponse> Moves { get; init; }

    /// <summary>How likely a cascade is.</summary>
    public required CascadeResponse CascadeProbability { get; init; }

    /// <summary>Which side is heavier near the price.</summary>
    public required PressureResponse MarketPressure { get; init; }

    /// <summary>What turns volumes into expected liquidations, and where it is known from.</summary>
    public required CalibrationResponse Calibration { get; init; }

    /// <summary>Totals by leverage tier, and which tiers the contract does not have.</summary>
    public required IReadOnlyList<TierResponse> Tiers { get; init; }

    /// <summary>The history that the levels were built from; null when there was none.</summary>
    public required HistoryResponse? History { get; init; }

    /// <summary>Education, not advice.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Source, time, age, brackets, missing inputs and warnings.</summary>
    public required LiquidationMeta Meta { get; init; }
}

/// <summary>Where an analysis comes from, and its margin arithmetic.</summary>
public sealed record LiquidationMeta : AnalysisMeta
{
    [SetsRequiredMembers]
    internal LiquidationMeta(AnalysisMeta meta, BracketsResponse brackets)
        : base(meta) => Brackets = brackets;

    /// <summary>Where the margin brackets come from.</summary>
    public required BracketsResponse Brackets { get; init; }
}

/// <summary>Where the margin brackets behind the levels come from.</summary>
/// <param name="Source"><c>operator_file</c>, <c>exchange</c>, <c>built_in</c>, or <c>assumed</c> when they are not this contract's.</param>
/// <param name="AsOf">When they were the exchange's, Unix ms; null when that is not known.</param>
public sealed record BracketsResponse(string Source, long? AsOf);

/// <summary>Zones on both sides of the price, nearest first.</summary>
/// <param name="AbovePrice">Shorts that a rise would liquidate.</param>
/// <param name="BelowPrice">Longs that a fall would liquidate.</param>
public sealed record LiquidationZones(IReadOnlyList<ZoneResponse> AbovePrice, IReadOnlyList<ZoneResponse> BelowPrice);

/// <summary>Neighbouring levels of one leverage tier: a tenth as high as its levels are far from their entries.</summary>
/// <param name="Price">Mean price weighted by volume, USDT.</param>
/// <param name="Leverage">Leverage tier.</param>
/// <param name="Volume">Notional of the positions whose level stands there, USDT.</param>
/// <param name="Type"><c>SHORT_LIQUIDATION</c> above the price, <c>LONG_LIQUIDATION</c> below.</param>
/// <param name="DistancePercent">Distance from the present price, percent; negative below.</param>
/// <param name="Low">Lowest price of the zone, USDT.</param>
/// <param name="High">Highest price of the zone, USDT.</param>
/// <param name="RecentVolume">What of <paramref name="Volume"/> was opened within the range, USDT.</param>
public sealed record ZoneResponse(
    decimal Price, int Leverage, decimal Volume, string Type, decimal DistancePercent, decimal Low, decimal High, decimal RecentVolume);

/// <summary>The clusters to look for first. The nearest is the nearest density peak that is at least as dense as the side's median price band
/// within 10 %; the strongest holds the most.</summary>
/// <param name="NearestLong">Below the price; null without levels.</param>
/// <param name="StrongestLong">Below the price; null without levels.</param>
/// <param name="NearestShort">Above the price; null without levels.</param>
/// <param name="StrongestShort">Above the price; null without levels.</param>
public sealed record LevelsResponse(LevelResponse? NearestLong, LevelResponse? StrongestLong, LevelResponse? NearestShort, LevelResponse? StrongestShort);

/// <summary>A cluster of levels.</summary>
/// <param name="Price">Mean price weighted by volume, USDT.</param>
/// <param name="Volume">Notional of the positions whose level stands in it, USDT.</param>
/// <param name="DistancePercent">Distance of <paramref name="Price"/> from the present price, percent; negative below.</param>
/// <param name="Low">Lowest price of the cluster, USDT.</param>
/// <param name="High">Highest price of the cluster, USDT.</param>
/// <param name="Leverages">The tiers it is made of.</param>
public sealed record LevelResponse(
    decimal Price, decimal Volume, decimal DistancePercent, decimal Low, decimal High, IReadOnlyList<LeverageVolume> Leverages);

/// <summary>A part of a cluster.</summary>
/// <param name="Leverage">Leverage tier.</param>
/// <param name="Volume">Notional, USDT.</param>
public sealed record LeverageVolume(int Leverage, decimal Volume);

/// <summary>A move of the price.</summary>
/// <param name="Percent">How far, percent of the present price.</param>
/// <param name="LongVolume">Notional of the longs that a fall by as much reaches, USDT.</param>
/// <param name="ShortVolume">Notional of the shorts that a rise by as much reaches, USDT.</param>
/// <param name="ExpectedLongLiquidations">What of the longs is expected to end in liquidation orders, USDT.</param>
/// <param name="ExpectedShortLiquidations">What of the shorts is, USDT.</param>
public sealed record MoveResponse(
    double Percent, decimal LongVolume, decimal ShortVolume, decimal ExpectedLongLiquidations, decimal ExpectedShortLiquidations);

/// <summary>What turns the volume that a price reaches into expected liquidations.</summary>
/// <param name="LiquidatedShare">Share of it that ends in liquidation orders, a fraction; stops and added margin take the rest.</param>
/// <param name="Symbol">The contract that it was fitted on, and is assumed to hold beyond.</param>
/// <param name="Exchanges">Exchanges whose liquidations were counted together.</param>
/// <param name="StartTime">Start of the sample, Unix ms.</param>
/// <param name="EndTime">End of the sample, Unix ms.</param>
public sealed record CalibrationResponse(double LiquidatedShare, string Symbol, IReadOnlyList<string> Exchanges, long StartTime, long EndTime);

/// <summary>A time looked back over. It hides no level: what stands from before stands.</summary>
/// <param name="Name">Name, as asked for.</param>
/// <param name="StartTime">Start of its first bar, Unix ms.</param>
/// <param name="EndTime">The present, Unix ms.</param>
/// <param name="High">Highest traded price, USDT.</param>
/// <param name="Low">Lowest traded price, USDT.</param>
/// <param name="ChangePercent">From its first traded price to the present price, percent.</param>
/// <param name="LiquidatedLongs">Longs estimated to have been liquidated in it, USDT.</param>
/// <param name="LiquidatedShorts">Shorts estimated to have been liquidated in it, USDT.</param>
public sealed record RangeResponse(
    string Name, long StartTime, long EndTime, decimal High, decimal Low, decimal ChangePercent, decimal LiquidatedLongs, decimal LiquidatedShorts);

/// <summary>A density peak of the book.</summary>
/// <param name="Price">Mean price weighted by volume, USDT.</param>
/// <param name="Side"><c>LONG</c> or <c>SHORT</c>: the positions that would be liquidated.</param>
/// <param name="TotalVolume">Notional of the positions whose level stands between <paramref name="Low"/> and <paramref name="High"/>, USDT.</param>
/// <param name="ClusterSize">Levels in the cluster: a level is one leverage tier at one price band of a twentieth of a percent.</param>
/// <param name="RiskLevel"><c>EXTREME</c>, <c>HIGH</c>, <c>MEDIUM</c> or <c>LOW</c>: denser than 99, 95 or 80 percent of the symbol's own price bands, or less.</param>
/// <param name="DistancePercent">Distance from the present price, percent; negative below.</param>
/// <param name="Low">Lowest price of the cluster, USDT.</param>
/// <param name="High">Highest price of the cluster, USDT.</param>
public sealed record WhaleTargetResponse(
    decimal Price, string Side, decimal TotalVolume, int ClusterSize, string RiskLevel, decimal DistancePercent, decimal Low, decimal High);

/// <summary>Probability that within the next hours there is an hour whose forced volume on one side is at least a multiple of the trailing 7-day median hour.</summary>
/// <param name="Upside">Of shorts, a fraction; null when the history is too short to know.</param>
/// <param name="Downside">Of longs, a fraction; null when the history is too short to know.</param>
/// <param name="DominantDirection"><c>UP</c>, <c>DOWN</c>, <c>BALANCED</c> when they differ by less than 0.05, <c>UNKNOWN</c> when one is null.</param>
/// <param name="HorizonHours">Hours ahead.</param>
/// <param name="Multiple">How many times the median hour counts as a cascade.</param>
/// <param name="Calibrated">Whether the probability was fitted to realised liquidations of this very contract; for others it is assumed to hold.</param>
/// <param name="BaseRateUp">How often a cascade of shorts came within the horizon in the sample, a fraction: what the probability must be compared with.</param>
/// <param name="BaseRateDown">The same of longs.</param>
/// <param name="BrierSkillUp">How much better than the base rate of the sample it did on the hours after the sample, of shorts.</param>
/// <param name="BrierSkillDown">The same of longs.</param>
/// <param name="Sample">What it was fitted to.</param>
public sealed record CascadeResponse(
    double? Upside,
    double? Downside,
    string DominantDirection,
    int HorizonHours,
    double Multiple,
    bool Calibrated,
    double BaseRateUp,
    double BaseRateDown,
    SkillResponse BrierSkillUp,
    SkillResponse BrierSkillDown,
    SampleResponse Sample);

/// <summary>How much smaller the squared error of a probability is than that of the base rate: 1 is certainty, 0 no better.</summary>
/// <param name="Value">The skill, a fraction.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
public sealed record SkillResponse(double Value, double Low, double High);

/// <summary>Hours that a probability was fitted to.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="StartTime">Start, Unix ms.</param>
/// <param name="EndTime">End, Unix ms.</param>
/// <param name="Hours">How many.</param>
public sealed record SampleResponse(string Symbol, long StartTime, long EndTime, int Hours);

/// <summary>Standing notional near the price, each level weighted by exp(−distance / a day's volatility).</summary>
/// <param name="Status"><c>LONG_HEAVY</c>, <c>SHORT_HEAVY</c> (60 percent or more), <c>BALANCED</c>, or <c>UNKNOWN</c> without levels.</param>
/// <param name="Signal">The same in a sentence.</param>
/// <param name="LongShare">Longs' share, a fraction; null without levels.</param>
/// <param name="LongVolume">Longs, USDT.</param>
/// <param name="ShortVolume">Shorts, USDT.</param>
public sealed record PressureResponse(string Status, string Signal, double? LongShare, decimal LongVolume, decimal ShortVolume);

/// <summary>One leverage tier.</summary>
/// <param name="Leverage">Leverage.</param>
/// <param name="Available">Whether the contract allows it, null when its brackets are not known; the share of a tier that it does not allow is
/// given to those that it does.</param>
/// <param name="LongVolume">Longs that stand, USDT at their levels.</param>
/// <param name="ShortVolume">Shorts that stand, USDT at their levels.</param>
/// <param name="RecentLongVolume">What of the longs was opened within the range, USDT.</param>
/// <param name="RecentShortVolume">What of the shorts was, USDT.</param>
public sealed record TierResponse(
    int Leverage, bool? Available, decimal LongVolume, decimal ShortVolume, decimal RecentLongVolume, decimal RecentShortVolume);

/// <summary>The history behind a book.</summary>
/// <param name="StartTime">Start of the first bar, Unix ms.</param>
/// <param name="EndTime">End of the last bar, or the present while it is unfinished, Unix ms.</param>
/// <param name="Bars">Bars of 2 hours, 30 minutes and 5 minutes, finest at the end.</param>
/// <param name="BarsWithOpenInterest">How many of them have a reading of open interest.</param>
/// <param name="BarsWithMarkPrice">How many of them have a mark price.</param>
public sealed record HistoryResponse(long StartTime, long EndTime, int Bars, int BarsWithOpenInterest, int BarsWithMarkPrice);

/// <summary>JSON metadata of the service's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisResponse<LiquidationReport>))]
[JsonSerializable(typeof(BatchResponse<LiquidationReport>))]
[JsonSerializable(typeof(AnalysisResponse<HeatmapReport>))]
[JsonSerializable(typeof(AnalysisResponse<LiveReport>))]
[JsonSerializable(typeof(AnalysisResponse<MapReport>))]
internal sealed partial class LiquidationJsonContext : JsonSerializerContext;
