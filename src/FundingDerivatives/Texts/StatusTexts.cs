using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Texts;

/// <summary>Statuses in sentences. They name crowding and cost and promise no direction: none is known to follow from them.</summary>
internal static class StatusTexts
{
    /// <summary>A funding status.</summary>
    public static LocalText Of(FundingStatus status) => status switch
    {
        FundingStatus.Neutral => new("Nötr funding - Belirgin bir eğilim yok", "Neutral funding - No marked lean"),
        FundingStatus.Bullish => new("Pozitif funding - Long bias", "Positive funding - Long bias"),
        FundingStatus.Bearish => new("Negatif funding - Short bias", "Negative funding - Short bias"),
        FundingStatus.ExtremeBullish => new(
            "Aşırı pozitif funding - Long taraf kalabalık ve taşıma maliyeti çok yüksek (yön tahmini değildir)",
            "Extremely positive funding - Longs are crowded and pay a very high cost of carry (not a forecast of direction)"),
        FundingStatus.ExtremeBearish => new(
            "Aşırı negatif funding - Short taraf kalabalık ve taşıma maliyeti çok yüksek (yön tahmini değildir)",
            "Extremely negative funding - Shorts are crowded and pay a very high cost of carry (not a forecast of direction)"),
        _ => new("Funding bilinmiyor - Güncel oran yok", "Funding unknown - There is no running rate"),
    };

    /// <summary>A basis status.</summary>
    public static LocalText Of(BasisStatus status) => status switch
    {
        BasisStatus.Contango => new("Contango - Vadeli fiyat spotun belirgin üzerinde", "Contango - The contract trades well above spot"),
        BasisStatus.Backwardation => new("Backwardation - Vadeli fiyat spotun belirgin altında", "Backwardation - The contract trades well below spot"),
        _ => new("Normal piyasa durumu", "Normal market"),
    };

    /// <summary>A long/short status.</summary>
    public static LocalText Of(LongShortStatus status) => status switch
    {
        LongShortStatus.LongHeavy => new(
            "Aşırı long pozisyon - Ters harekette long tasfiye riski (yön tahmini değildir)",
            "Long-heavy accounts - Longs are at risk of liquidation in a move against them (not a forecast of direction)"),
        LongShortStatus.ShortHeavy => new(
            "Aşırı short pozisyon - Ters harekette short tasfiye riski (yön tahmini değildir)",
            "Short-heavy accounts - Shorts are at risk of liquidation in a move against them (not a forecast of direction)"),
        _ => new("Dengeli pozisyon dağılımı", "Balanced accounts"),
    };
}
