using System.Text.Json;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Puts an assessment into the response contract: rounding, names and words.</summary>
internal sealed class LiquidationReportWriter(LiquidationInput input, BookParameters parameters, Language language)
{
    // Probabilities closer than this say nothing about a direction.
    private const double DirectionMargin = 0.05;

    /// <summary>What a reader must know about the input.</summary>
    public IEnumerable<AnalysisWarning> Warnings()
    {
        if (!input.Symbol.IsTrading)
        {
            yield return Warning("not_trading", LiquidationTexts.NotTrading);
        }

        if (!input.HasBars)
        {
            yield return Warning("no_price_history", LiquidationTexts.NoPriceHistory);
            yield break;
        }

        if (!input.HasOpenInterest)
        {
            yield return Warning("no_open_interest_history", LiquidationTexts.NoOpenInterest);
            yield break;
        }

        if (input.OpenInterestHasGaps)
        {
            yield return Warning("open_interest_gaps", LiquidationTexts.PartialOpenInterest);
        }

        if (input.MarkPriceHasGaps)
        {
            yield return Warning("mark_price_gaps", LiquidationTexts.NoMarkPrice);
        }

        if (input.IsThin)
        {
            yield return Warning("thin_history", LiquidationTexts.ThinHistory);
        }

        switch (input.Brackets)
        {
            case { Source: BracketSource.Assumed }:
                yield return Warning("brackets_assumed", LiquidationTexts.AssumedBrackets);
                break;
            case { Source: BracketSource.BuiltIn }:
                yield return Warning("brackets_dated", LiquidationTexts.DatedBrackets);
                break;
            case { IsOld: true }:
                yield return Warning("brackets_old", LiquidationTexts.OldBrackets);
                break;
        }

        if (input.Symbol.QuoteAsset is not "USDT" and var quote)
        {
            yield return Warning("not_in_usdt", LiquidationTexts.NotInUsdt(quote));
        }

        yield return Warning("cascade_uncalibrated", LiquidationTexts.UncalibratedCascade);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="assessment">What the model read; null when there was nothing to build a book from.</param>
    /// <param name="meta">Where it comes from.</param>
    public LiquidationReport Write(HeatmapAssessment? assessment, AnalysisMeta meta) => new()
    {
        Symbol = input.Symbol.Symbol,
        QuoteAsset = input.Symbol.QuoteAsset,
        CurrentPrice = input.Price is { } price ? RoundToTick(price) : null,
        Zones = new LiquidationZones(Zones(assessment, PositionSide.Short), Zones(assessment, PositionSide.Long)),
        WhaleTargets = [.. (assessment?.WhaleTargets ?? []).Select(Target)],
        CascadeProbability = Cascade(assessment?.CascadeUp, assessment?.CascadeDown),
        MarketPressure = Pressure(assessment?.Pressure ?? new MarketPressure(0, 0)),
        Tiers = [.. parameters.Tiers.Select(tier => Tier(tier, assessment))],
        History = input.HasBars ? History() : null,
        RiskWarning = AnalysisMeta.RiskWarning.In(language),
        Meta = new LiquidationMeta(
            meta, new BracketsResponse(JsonNamingPolicy.SnakeCaseLower.ConvertName(input.Brackets.Source.ToString()), input.Brackets.AsOf)),
    };

    private AnalysisWarning Warning(string code, LocalText text) => AnalysisWarning.Of(code, text, language);

    private List<ZoneResponse> Zones(HeatmapAssessment? assessment, PositionSide side) =>
    [
        .. (assessment?.Zones ?? [])
            .Where(zone => zone.Side == side)
            .Select(zone => new ZoneResponse(
                Price(zone.Price),
                zone.Leverage,
                Usdt(zone.Notional),
                side == PositionSide.Short ? "SHORT_LIQUIDATION" : "LONG_LIQUIDATION",
                Distance(zone.Price)))
            .OrderBy(zone => Math.Abs(zone.DistancePercent)),
    ];

    private WhaleTargetResponse Target(WhaleTarget target) => new(
        Price(target.Price),
        target.Side == PositionSide.Short ? "SHORT" : "LONG",
        Usdt(target.Notional),
        target.Levels,
        target.Percentile switch
        {
            >= .99 => "EXTREME",
            >= .95 => "HIGH",
            >= .80 => "MEDIUM",
            _ => "LOW",
        },
        Distance(target.Price),
        Price(target.Low),
        Price(target.High));

    private static CascadeResponse Cascade(double? up, double? down) => new(
        Fraction(up),
        Fraction(down),
        (up - down) switch
        {
            null => "UNKNOWN",
            >= DirectionMargin => "UP",
            <= -DirectionMargin => "DOWN",
            _ => "BALANCED",
        },
        CascadeProbability.HorizonHours,
        CascadeProbability.Multiple,
        Calibrated: false);

    private PressureResponse Pressure(MarketPressure pressure) => new(
        pressure.Status switch
        {
            PressureStatus.LongHeavy => "LONG_HEAVY",
            PressureStatus.ShortHeavy => "SHORT_HEAVY",
            PressureStatus.Balanced => "BALANCED",
            _ => "UNKNOWN",
        },
        LiquidationTexts.Pressure(pressure.Status).In(language),
        Fraction(pressure.LongShare),
        Usdt(pressure.LongNotional),
        Usdt(pressure.ShortNotional));

    private TierResponse Tier(LeverageTier tier, HeatmapAssessment? assessment)
    {
        var total = assessment?.Book.Tiers.FirstOrDefault(total => total.Leverage == tier.Leverage);
        return new TierResponse(
            tier.Leverage,
            input.Brackets.Source == BracketSource.Assumed ? null : tier.Leverage <= input.Brackets.Ladder.MaxLeverage,
            Usdt(total?.Total(PositionSide.Long) ?? 0),
            Usdt(total?.Total(PositionSide.Short) ?? 0));
    }

    private HistoryResponse History()
    {
        var bars = input.History.Bars;
        return new HistoryResponse(
            bars[0].OpenTime,
            Math.Min(bars[^1].OpenTime + (long)bars[^1].Length.TotalMilliseconds, input.AsOf),
            bars.Count,
            input.BarsWithOpenInterest,
            input.BarsWithMarkPrice);
    }

    private decimal Distance(double price) => Math.Round((decimal)((price / (double)input.Price!.Value) - 1) * 100, 4);

    private decimal Price(double price) => RoundToTick((decimal)price);

    private decimal RoundToTick(decimal price) =>
        input.Symbol.TickSize is { } tick and > 0 ? Math.Round(price / tick) * tick : price;

    private static decimal Usdt(double amount) => Math.Round((decimal)amount, 2);

    private static double? Fraction(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
