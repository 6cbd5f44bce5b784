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

    /// <summary>The heaviest zones of every leverage tier.</summary>
    public required LiquidationZones Zones { get; init; }

    /// <summary>Peaks of the book's density over all tiers, heaviest first; at most five a side.</summary>
    public required IReadOnlyList<WhaleTargetResponse> WhaleTargets { get; init; }

    /// <summary>How likely a cascade is.</summary>
    public required CascadeResponse CascadeProbability { get; init; }

    /// <summary>Which side is heavier near the price.</summary>
    public required PressureResponse MarketPressure { get; init; }

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

/// <summary>Neighbouring levels of one leverage tier, a quarter of a percent high.</summary>
/// <param name="Price">Mean price weighted by volume, USDT.</param>
/// <param name="Leverage">Leverage tier.</param>
/// <param name="Volume">What would be liquidated, USDT.</param>
/// <param name="Type"><c>SHORT_LIQUIDATION</c> above the price, <c>LONG_LIQUIDATION</c> below.</param>
/// <param name="DistancePercent">Distance from the present price, percent; negative below.</param>
public sealed record ZoneResponse(decimal Price, int Leverage, decimal Volume, string Type, decimal DistancePercent);

/// <summary>A density peak of the book.</summary>
/// <param name="Price">Mean price weighted by volume, USDT.</param>
/// <param name="Side"><c>LONG</c> or <c>SHORT</c>: the positions that would be liquidated.</param>
/// <param name="TotalVolume">What would be liquidated between <paramref name="Low"/> and <paramref name="High"/>, USDT.</param>
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
/// <param name="Calibrated">Whether the probability has been checked against realised liquidations: not yet.</param>
public sealed record CascadeResponse(double? Upside, double? Downside, string DominantDirection, int HorizonHours, double Multiple, bool Calibrated);

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
public sealed record TierResponse(int Leverage, bool? Available, decimal LongVolume, decimal ShortVolume);

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
internal sealed partial class LiquidationJsonContext : JsonSerializerContext;
