using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Puts what was read off a book into the analysis's contract: rounding, names and words.</summary>
/// <param name="frame">Units and words.</param>
/// <param name="whole">What the model read; null when there was nothing to build a book from.</param>
/// <param name="range">What it read of the range; null likewise.</param>
internal sealed class LiquidationReportWriter(ReportFrame frame, HeatmapAssessment? whole, RangeReading? range)
{
    // Probabilities closer than this say nothing about a direction.
    private const double DirectionMargin = 0.05;

    /// <summary>Writes the report.</summary>
    public LiquidationReport Write(LiquidationMeta meta) => new()
    {
        Symbol = frame.Input.Symbol.Symbol,
        QuoteAsset = frame.QuoteAsset,
        CurrentPrice = frame.CurrentPrice,
        Range = frame.Range(range),
        Zones = new LiquidationZones(Zones(PositionSide.Short), Zones(PositionSide.Long)),
        WhaleTargets = [.. (whole?.WhaleTargets ?? []).Select(Target)],
        Levels = new LevelsResponse(
            Level(whole?.LongLevels.Nearest), Level(whole?.LongLevels.Strongest), Level(whole?.ShortLevels.Nearest), Level(whole?.ShortLevels.Strongest)),
        Moves = [.. (whole?.Moves ?? []).Select(Move)],
        CascadeProbability = Cascade(whole?.CascadeUp, whole?.CascadeDown, CascadeCalibration.Default),
        MarketPressure = Pressure(whole?.Pressure ?? new MarketPressure(0, 0)),
        Calibration = frame.Calibration,
        Tiers = [.. frame.Parameters.Tiers.Select(tier => Tier(tier.Leverage))],
        History = frame.Input.HasBars ? History() : null,
        RiskWarning = frame.RiskWarning,
        Meta = meta,
    };

    private List<ZoneResponse> Zones(PositionSide side) =>
    [
        .. (whole?.Zones ?? [])
            .Select((zone, i) => (Zone: zone, Recent: range?.ZoneNotionals[i] ?? 0))
            .Where(zone => zone.Zone.Side == side)
            .Select(zone => Zone(zone.Zone, zone.Recent))
            .OrderBy(zone => Math.Abs(zone.DistancePercent)),
    ];

    private ZoneResponse Zone(LiquidationZone zone, double recent) => new(
        frame.Price(zone.Price),
        zone.Leverage,
        ReportFrame.Usdt(zone.Notional),
        zone.Side == PositionSide.Short ? "SHORT_LIQUIDATION" : "LONG_LIQUIDATION",
        frame.Distance(zone.Price),
        frame.Price(zone.Low),
        frame.Price(zone.High),
        ReportFrame.Usdt(recent));

    private WhaleTargetResponse Target(WhaleTarget target) => new(
        frame.Price(target.Price),
        target.Side == PositionSide.Short ? "SHORT" : "LONG",
        ReportFrame.Usdt(target.Notional),
        target.Levels,
        target.Percentile switch
        {
            >= .99 => "EXTREME",
            >= .95 => "HIGH",
            >= .80 => "MEDIUM",
            _ => "LOW",
        },
        frame.Distance(target.Price),
        frame.Price(target.Low),
        frame.Price(target.High));

    private LevelResponse? Level(WhaleTarget? cluster) => cluster is null ? null : new(
        frame.Price(cluster.Price),
        ReportFrame.Usdt(cluster.Notional),
        frame.Distance(cluster.Price),
        frame.Price(cluster.Low),
        frame.Price(cluster.High),
        [
            .. from tier in whole!.Book.Tiers
               let volume = whole.Book.Between(tier, cluster.Side, cluster.Low, cluster.High)
               where volume > 0
               select new LeverageVolume(tier.Leverage, ReportFrame.Usdt(volume)),
        ]);

    private MoveResponse Move(PriceMove move) => new(
        move.Percent,
        ReportFrame.Usdt(move.LongNotional),
        ReportFrame.Usdt(move.ShortNotional),
        ReportFrame.Usdt(move.LongNotional * frame.Parameters.LiquidatedShare),
        ReportFrame.Usdt(move.ShortNotional * frame.Parameters.LiquidatedShare));

    private CascadeResponse Cascade(double? up, double? down, CascadeCalibration calibration) => new(
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
        Calibrated: frame.Input.Symbol.Symbol == calibration.Symbol,
        calibration.BaseRateUp,
        calibration.BaseRateDown,
        Skill(calibration.BrierSkillUp),
        Skill(calibration.BrierSkillDown),
        new SampleResponse(calibration.Symbol, calibration.From, calibration.To, calibration.Hours));

    private static SkillResponse Skill(BrierSkill skill) => new(skill.Value, skill.Low, skill.High);

    private PressureResponse Pressure(MarketPressure pressure) => new(
        pressure.Status switch
        {
            PressureStatus.LongHeavy => "LONG_HEAVY",
            PressureStatus.ShortHeavy => "SHORT_HEAVY",
            PressureStatus.Balanced => "BALANCED",
            _ => "UNKNOWN",
        },
        frame.Say(LiquidationTexts.Pressure(pressure.Status)),
        Fraction(pressure.LongShare),
        ReportFrame.Usdt(pressure.LongNotional),
        ReportFrame.Usdt(pressure.ShortNotional));

    private TierResponse Tier(int leverage)
    {
        var brackets = frame.Input.Brackets;
        var index = whole?.Book.Tiers.ToList().FindIndex(tier => tier.Leverage == leverage) ?? -1;
        var tier = index < 0 ? null : whole!.Book.Tiers[index];
        var recent = index < 0 ? default : range?.TierNotionals[index] ?? default;
        return new TierResponse(
            leverage,
            brackets.Source == BracketSource.Assumed ? null : leverage <= brackets.Ladder.MaxLeverage,
            ReportFrame.Usdt(tier?.Total(PositionSide.Long) ?? 0),
            ReportFrame.Usdt(tier?.Total(PositionSide.Short) ?? 0),
            ReportFrame.Usdt(recent.Longs),
            ReportFrame.Usdt(recent.Shorts));
    }

    private HistoryResponse History()
    {
        var bars = frame.Input.History.Bars;
        return new HistoryResponse(
            bars[0].OpenTime,
            Math.Min(bars[^1].OpenTime + (long)bars[^1].Length.TotalMilliseconds, frame.Input.AsOf),
            bars.Count,
            frame.Input.BarsWithOpenInterest,
            frame.Input.BarsWithMarkPrice);
    }

    private static double? Fraction(double? value) => value is { } known ? Math.Round(known, 4) : null;
}
