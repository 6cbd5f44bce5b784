using System.Text.Json;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What every answer about a contract has in common: units and rounding, the range, the calibration, meta and its warnings.</summary>
internal sealed class ReportFrame(LiquidationInput input, BookParameters parameters, Language language)
{
    public LiquidationInput Input => input;

    public BookParameters Parameters => parameters;

    public string QuoteAsset => input.Symbol.QuoteAsset;

    public decimal? CurrentPrice => input.Price is { } price ? RoundToTick(price) : null;

    public string RiskWarning => Say(AnalysisMeta.RiskWarning);

    public CalibrationResponse Calibration
    {
        get
        {
            var fitted = Model.Calibration.Default;
            return new CalibrationResponse(parameters.LiquidatedShare, fitted.Symbol, fitted.Exchanges, fitted.From, fitted.To);
        }
    }

    /// <summary>Where an answer comes from.</summary>
    /// <param name="source">Who answered.</param>
    /// <param name="assessment">What it was read from.</param>
    /// <param name="range">The range it is of; null when it is of none.</param>
    public LiquidationMeta Meta(string source, Cached<Assessment> assessment, LookBack? range = null) => Meta(AnalysisMeta.Describe(
        source,
        input.AsOf,
        assessment.IsStale || input.History.IsStale,
        BookParameters.Version,
        input.MissingInputs,
        Warnings(range),
        language));

    public LiquidationMeta Meta(AnalysisMeta meta) => new(
        meta, new BracketsResponse(JsonNamingPolicy.SnakeCaseLower.ConvertName(input.Brackets.Source.ToString()), input.Brackets.AsOf));

    /// <summary>What a reader must know about the input.</summary>
    public IEnumerable<AnalysisWarning> Warnings(LookBack? range = null)
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

        if (range is not null && input.History.Bars[0].OpenTime > range.StartAt(input.AsOf))
        {
            yield return Warning("history_shorter_than_range", LiquidationTexts.ShortRange(range.Name));
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

        if (input.Symbol.Symbol != Model.Calibration.Default.Symbol)
        {
            yield return Warning("calibrated_on_btc", LiquidationTexts.CalibratedOnBtc);
        }
    }

    public RangeResponse? Range(RangeReading? range) => range is null ? null : new(
        range.Range.Name,
        range.StartTime,
        input.AsOf,
        Price(range.High),
        Price(range.Low),
        Math.Round(((input.Price!.Value / (decimal)range.Open) - 1) * 100, 4),
        Usdt(range.Liquidated.Longs),
        Usdt(range.Liquidated.Shorts));

    public string Say(LocalText text) => text.In(language);

    /// <summary>Distance from the present price, percent.</summary>
    public decimal Distance(double price) => Math.Round((decimal)((price / (double)input.Price!.Value) - 1) * 100, 4);

    public decimal Price(double price) => RoundToTick((decimal)price);

    public static decimal Usdt(double amount) => Math.Round((decimal)amount, 2);

    private decimal RoundToTick(decimal price) =>
        input.Symbol.TickSize is { } tick and > 0 ? Math.Round(price / tick) * tick : price;

    private AnalysisWarning Warning(string code, LocalText text) => AnalysisWarning.Of(code, text, language);
}
