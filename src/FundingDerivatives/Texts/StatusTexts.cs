using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Texts;

/// <summary>Statuses in sentences. They name crowding and cost and promise no direction: none is known to follow from them.</summary>
internal static class StatusTexts
{
    /// <summary>Why evidence has no mean.</summary>
    public static LocalText FewEvents { get; } = new(
        "Bu seviyede sekizden az olay var: ortalama verilmez",
        "Fewer than eight events at this level: no mean is given");

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
        BasisStatus.Contango => new("Contango - Vadeli fiyat spotun üzerinde", "Contango - The contract trades above spot"),
        BasisStatus.Backwardation => new("Backwardation - Vadeli fiyat spotun altında", "Backwardation - The contract trades below spot"),
        _ => new("Normal piyasa durumu", "Normal market"),
    };

    /// <summary>A long/short status.</summary>
    public static LocalText Of(LongShortStatus status) => status switch
    {
        LongShortStatus.LongHeavy => new(
            "Long hesaplar ağırlıkta - Ters harekette long likidasyon riski (yön tahmini değildir)",
            "Long-heavy accounts - Longs are at risk of liquidation in a move against them (not a forecast of direction)"),
        LongShortStatus.ShortHeavy => new(
            "Short hesaplar ağırlıkta - Ters harekette short likidasyon riski (yön tahmini değildir)",
            "Short-heavy accounts - Shorts are at risk of liquidation in a move against them (not a forecast of direction)"),
        _ => new("Dengeli pozisyon dağılımı", "Balanced accounts"),
    };

    /// <summary>What price and open interest did together.</summary>
    public static LocalText Of(QuadrantStatus status) => status switch
    {
        QuadrantStatus.PriceUpOiUp => new(
            "Fiyat yükseldi, açık pozisyon arttı - Yeni pozisyonlar açıldı (yön tahmini değildir)",
            "Price and open interest rose - Positions were opened (not a forecast of direction)"),
        QuadrantStatus.PriceUpOiDown => new(
            "Fiyat yükseldi, açık pozisyon azaldı - Pozisyonlar kapandı (yön tahmini değildir)",
            "Price rose, open interest fell - Positions were closed (not a forecast of direction)"),
        QuadrantStatus.PriceDownOiUp => new(
            "Fiyat düştü, açık pozisyon arttı - Yeni pozisyonlar açıldı (yön tahmini değildir)",
            "Price fell, open interest rose - Positions were opened (not a forecast of direction)"),
        QuadrantStatus.PriceDownOiDown => new(
            "Fiyat ve açık pozisyon düştü - Pozisyonlar kapandı (yön tahmini değildir)",
            "Price and open interest fell - Positions were closed (not a forecast of direction)"),
        _ => new("Fiyat veya açık pozisyon kayda değer değişmedi", "Price or open interest hardly changed"),
    };

    /// <summary>How the top accounts' positions lean.</summary>
    public static LocalText Of(DivergenceStatus status) => status switch
    {
        DivergenceStatus.TopMoreLong => new(
            "Büyük hesapların pozisyonları kalabalığa göre alışılmadık ölçüde long (yön tahmini değildir)",
            "Top accounts' positions are unusually long against the crowd (not a forecast of direction)"),
        DivergenceStatus.TopMoreShort => new(
            "Büyük hesapların pozisyonları kalabalığa göre alışılmadık ölçüde short (yön tahmini değildir)",
            "Top accounts' positions are unusually short against the crowd (not a forecast of direction)"),
        DivergenceStatus.Aligned => new("Büyük hesaplar ile kalabalık arasında olağandışı bir ayrışma yok", "Top accounts and the crowd are no further apart than usual"),
        _ => new("Ayrışma için yeterli geçmiş yok", "Too little history to judge the distance"),
    };

    /// <summary>Whether the funding interval may change.</summary>
    public static LocalText Of(IntervalRiskStatus status) => status switch
    {
        IntervalRiskStatus.None => new("Oran sınırdan uzak", "The rate is far from its limit"),
        IntervalRiskStatus.Possible => new(
            "Oran sınıra yakın: sınırda bir ödeme saatlik ödemeye geçirir",
            "The rate is near its limit: a settlement at the limit switches to hourly settlement"),
        IntervalRiskStatus.Likely => new(
            "Oran sınırda: böyle kapanırsa saatlik ödemeye geçilir",
            "The rate is at its limit: if it settles there, settlement becomes hourly"),
        IntervalRiskStatus.Shortened => new(
            "Sınırda ödemeden sonra saatlik ödeniyor: art arda yeterince sakin ödeme olağan aralığı geri getirir",
            "Settled hourly after a settlement at the limit: enough calm settlements in a row bring the usual interval back"),
        IntervalRiskStatus.NotApplicable => new("Zaten saatlik ödeniyor", "It settles every hour already"),
        _ => new("Üst veya alt sınır bilinmiyor", "The cap or floor is not known"),
    };
}
