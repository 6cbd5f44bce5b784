using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>What the service says in words.</summary>
internal static class LiquidationTexts
{
    public static LocalText NoOpenInterest { get; } = new(
        "Açık pozisyon geçmişi yok: seviyeler hesaplanamadı.", "There is no open interest history: no levels could be computed.");

    public static LocalText NoPriceHistory { get; } = new(
        "Fiyat geçmişi yok: seviyeler hesaplanamadı.", "There is no price history: no levels could be computed.");

    public static LocalText PartialOpenInterest { get; } = new(
        "Açık pozisyon geçmişi eksik: seviyeler olduğundan düşük görünebilir.", "The open interest history has gaps: levels may be understated.");

    public static LocalText NoMarkPrice { get; } = new(
        "Mark fiyatı geçmişi eksik: o barlarda seviyeler işlem fiyatıyla silindi.", "The mark price history has gaps: there, levels are cleared by traded prices.");

    public static LocalText AssumedBrackets { get; } = new(
        "Bu sembolün marjin kademeleri bilinmiyor: en yaygın kademeler varsayıldı. Seviyeler birkaç yüzde sapabilir, yüksek kaldıraçlar bu sembolde olmayabilir.",
        "This symbol's margin brackets are not known: the commonest ones are assumed. Levels may be off by several percent, and the symbol may not have the high leverages.");

    public static LocalText DatedBrackets { get; } = new(
        "Borsanın marjin kademeleri alınamadı: sembolün Nisan 2026'daki azami kaldıracına göre yerleşik kademeler kullanıldı.",
        "The exchange's margin brackets could not be had: built-in ones are used, after the symbol's highest leverage in April 2026.");

    public static LocalText OldBrackets { get; } = new(
        "Borsanın marjin kademeleri günlerdir yenilenemiyor: son bilinenler kullanıldı.",
        "The exchange's margin brackets have not been confirmed for days: the last known are used.");

    public static LocalText NotInUsdt(string quoteAsset) => new(
        $"Hacimler {quoteAsset} cinsindendir, USDT değil.", $"Volumes are in {quoteAsset}, not in USDT.");

    public static LocalText CalibratedOnBtc { get; } = new(
        "Beklenen likidasyon payı ve cascade olasılığı BTCUSDT likidasyonlarıyla kalibre edildi: bu sembolde de geçerli oldukları varsayıldı.",
        "The share that is expected to be liquidated and the cascade probability are calibrated on liquidations of BTCUSDT: they are assumed to hold for this symbol.");

    public static LocalText ShortRange(string range) => new(
        $"Geçmiş, istenen aralıktan ({range}) kısa: aralık geçmişin başladığı yerde başlar.",
        $"The history is shorter than the range asked for ({range}): the range starts where the history does.");

    public static LocalText ThinHistory { get; } = new(
        "Geçmiş kısa: düşük kaldıraçlı seviyelerin çoğu henüz görünmez.", "The history is short: most low-leverage levels are not visible yet.");

    public static LocalText NotTrading { get; } = new(
        "Sembol şu anda işlem görmüyor: seviyeler güncel değildir.", "The symbol is not trading: its levels are not current.");

    public static LocalText Pressure(PressureStatus status) => status switch
    {
        PressureStatus.LongHeavy => new(
            "⚠️ Fiyatın altında yoğun long likidasyonu - düşüşte cascade riski yüksek",
            "⚠️ Long liquidations are heavier near the price - a fall would cascade more easily"),
        PressureStatus.ShortHeavy => new(
            "⚠️ Fiyatın üstünde yoğun short likidasyonu - yükselişte cascade riski yüksek",
            "⚠️ Short liquidations are heavier near the price - a rise would cascade more easily"),
        PressureStatus.Balanced => new("Dengeli - iki taraf da benzer ağırlıkta", "Balanced - both sides weigh about the same"),
        _ => new("Bilinmiyor - yeterli veri yok", "Not known - there is not enough data"),
    };
}
