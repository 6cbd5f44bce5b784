using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Says where the whole market's numbers come from and what is missing from them.</summary>
internal sealed class MarketMeta(ExchangeSource source)
{
    private const string ModelVersion = "screener-1";

    private static readonly Gap TickersUnavailable = new(
        "tickers_unavailable",
        new("24 saatlik istatistikler şu anda okunamadı: fiyat, değişim ve hacim bilinmiyor.", "The 24-hour statistics could not be read now: price, change and volume are not known."),
        "tickers");

    private static readonly Gap RulesUnavailable = new(
        "funding_info_unavailable",
        new(
            "Funding kuralları şu anda okunamadı: aralık, üst ve alt sınır bilinmiyor, oranlar karşılaştırılamıyor.",
            "The funding rules could not be read now: interval, cap and floor are not known, and rates cannot be compared."),
        "funding_info");

    private static readonly Gap PricesUnavailable = new(
        "spot_unavailable",
        new(
            "Spot fiyatlar şu anda okunamadı: USDT dışındaki hacimler USDT'ye çevrilemedi.",
            "The spot prices could not be read now: volumes in other than USDT could not be converted."),
        "spot_price");

    /// <summary>Describes an answer.</summary>
    /// <param name="inputs">What it is made of.</param>
    /// <param name="asOf">The exchange's time, Unix ms.</param>
    /// <param name="stale">Whether something besides the inputs is stale.</param>
    /// <param name="language">Language of the warnings.</param>
    public AnalysisMeta Describe(MarketInputs inputs, long asOf, bool stale, Language language)
    {
        Gap[] gaps =
        [
            .. inputs.Tickers.Value is null ? [TickersUnavailable] : Array.Empty<Gap>(),
            .. inputs.FundingRules.Value is null ? [RulesUnavailable] : Array.Empty<Gap>(),
            .. inputs.PricesInUsdt.Value is null ? [PricesUnavailable] : Array.Empty<Gap>(),
        ];
        return AnalysisMeta.Describe(
            source.Name,
            asOf,
            stale || inputs.IsStale,
            ModelVersion,
            [.. gaps.Select(gap => gap.Input).OfType<string>()],
            gaps.Select(gap => AnalysisWarning.Of(gap.Code, gap.Text, language)),
            language);
    }
}
