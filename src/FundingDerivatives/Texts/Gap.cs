using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.FundingDerivatives.Texts;

/// <summary>Something that a report lacks or has from second best. Codes end in <c>_unavailable</c> where asking again may help and in
/// <c>_missing</c> where the exchange has nothing to give.</summary>
/// <param name="Code">Stable machine name of the warning.</param>
/// <param name="Text">The warning.</param>
/// <param name="Input">Stable machine name of the input that is missing; null when none is.</param>
internal sealed record Gap(string Code, LocalText Text, string? Input)
{
    private const string FundingRateInput = "funding_rate";
    private const string SettledInput = "last_settled";
    private const string OpenInterestInput = "open_interest";
    private const string RatioInput = "long_short_ratio";
    private const string BasisInput = "basis";
    private const string OpenInterestHistoryInput = "open_interest_history";
    private const string BasisHistoryInput = "basis_history";
    private const string TopAccountsInput = "top_accounts";
    private const string TopPositionsInput = "top_positions";
    private const string TakerInput = "taker";
    private const string SpotInput = "spot_price";
    private const string BookInput = "futures_book";
    private const string RulesInput = "funding_info";

    /// <summary>Whether there is no such thing for the contract, rather than that it is missing.</summary>
    public bool IsByNature { get; private init; }

    public static Gap NotTrading { get; } = new(
        "not_trading",
        new("Sözleşme şu anda işlem görmüyor: değerler eksik veya eski olabilir.", "The contract does not trade now: values may be missing or old."),
        null);

    public static Gap FundingNotApplicable { get; } = new(
        "funding_not_applicable",
        new("Teslimatlı sözleşmelerde funding ödenmez.", "Delivery contracts pay no funding."),
        null)
    {
        IsByNature = true,
    };

    public static Gap FundingMissing { get; } = new(
        "funding_rate_missing",
        new("Borsa bu sözleşme için güncel bir funding oranı vermiyor.", "The exchange gives no running funding rate for this contract."),
        FundingRateInput);

    public static Gap RulesUnavailable { get; } = new(
        "funding_info_unavailable",
        new("Funding kuralları şu anda okunamadı: üst ve alt sınır bilinmiyor.", "The funding rules could not be read now: cap and floor are not known."),
        RulesInput);

    public static Gap RulesMissing { get; } = new(
        "funding_info_missing",
        new("Borsa bu sözleşme için funding kuralı yayımlamıyor: üst ve alt sınır bilinmiyor.", "The exchange publishes no funding rules for this contract: cap and floor are not known."),
        RulesInput);

    public static Gap IntervalInferred { get; } = new(
        "funding_interval_inferred",
        new("Funding aralığı ödemelerin zamanlarından çıkarıldı.", "The funding interval is inferred from the times of settlements."),
        null);

    public static Gap IntervalAssumed { get; } = new(
        "funding_interval_assumed",
        new("Funding aralığı bilinmiyor: 8 saat varsayıldı.", "The funding interval is not known: 8 hours are assumed."),
        null);

    public static Gap SettledUnavailable { get; } = new(
        "last_settled_unavailable",
        new("Geçmiş funding ödemeleri şu anda okunamadı.", "Past funding settlements could not be read now."),
        SettledInput);

    public static Gap SettledMissing { get; } = new(
        "last_settled_missing",
        new("Bu sözleşmede henüz funding ödemesi yok.", "This contract has had no funding settlement yet."),
        SettledInput);

    public static Gap OpenInterestUnavailable { get; } = new(
        "open_interest_unavailable",
        new("Açık pozisyon miktarı şu anda okunamadı.", "Open interest could not be read now."),
        OpenInterestInput);

    public static Gap OpenInterestMissing { get; } = new(
        "open_interest_missing",
        new("Borsa bu sözleşme için açık pozisyon miktarı vermiyor.", "The exchange gives no open interest for this contract."),
        OpenInterestInput);

    public static Gap OpenInterestValueMissing { get; } = new(
        "open_interest_value_missing",
        new("Açık pozisyonun USDT değeri hesaplanamadı: fiyat eksik.", "Open interest could not be valued in USDT: a price is missing."),
        null);

    public static Gap RatioUnavailable { get; } = new(
        "long_short_ratio_unavailable",
        new("Long/short oranı şu anda okunamadı.", "The long/short ratio could not be read now."),
        RatioInput);

    public static Gap RatioMissing { get; } = new(
        "long_short_ratio_missing",
        new("Borsa bu sözleşme için güncel bir long/short oranı tutmuyor.", "The exchange keeps no present long/short ratio for this contract."),
        RatioInput);

    public static Gap SpotUnavailable { get; } = new(
        "spot_unavailable",
        new("Spot fiyat şu anda okunamadı: yerine endeks fiyatı kullanıldı.", "The spot price could not be read now: the index price stands in for it."),
        SpotInput);

    public static Gap SpotMissing { get; } = new(
        "spot_missing",
        new("Binance spot piyasasında karşılığı yok: yerine endeks fiyatı kullanıldı.", "Binance has no spot market for it: the index price stands in for it."),
        SpotInput);

    public static Gap SpotMismatch { get; } = new(
        "spot_mismatch",
        new(
            "Aynı adlı spot çiftin fiyatı endeksle uyuşmuyor, başka bir varlık olabilir: yerine endeks fiyatı kullanıldı.",
            "The spot pair of that name is priced unlike the index and may be another asset: the index price stands in for it."),
        SpotInput);

    public static Gap SpotAndIndexMissing { get; } = new(
        "spot_and_index_missing",
        new("Ne spot ne de endeks fiyatı var.", "There is neither a spot price nor an index price."),
        SpotInput);

    public static Gap BookUnavailable { get; } = new(
        "futures_book_unavailable",
        new("Vadeli emir defteri şu anda okunamadı: yerine mark fiyatı kullanıldı.", "The contract's book could not be read now: the mark price stands in for it."),
        BookInput);

    public static Gap BookMissing { get; } = new(
        "futures_book_missing",
        new("Vadeli emir defterinin bir tarafı boş: yerine mark fiyatı kullanıldı.", "The contract's book has an empty side: the mark price stands in for it."),
        BookInput);

    public static Gap BasisMissing { get; } = new(
        "basis_missing",
        new("Basis hesaplanamadı: vadeli veya spot fiyat yok.", "There is no basis: the futures or the spot price is missing."),
        BasisInput);

    public static Gap BasisHistoryUnavailable { get; } = new(
        "basis_history_unavailable",
        new("Basis geçmişi şu anda okunamadı: sabit bir ölü bant kullanıldı.", "The history of the basis could not be read now: a fixed dead band is used."),
        BasisHistoryInput);

    public static Gap BasisHistoryMissing { get; } = new(
        "basis_history_missing",
        new("Borsa bu sözleşme için basis geçmişi vermiyor: sabit bir ölü bant kullanıldı.", "The exchange gives no history of the basis for this contract: a fixed dead band is used."),
        BasisHistoryInput);

    public static Gap OpenInterestFromHistory { get; } = new(
        "open_interest_from_history",
        new("Anlık açık pozisyon okunamadı: son beş dakikalık değer kullanıldı.", "Open interest of now could not be read: the last five-minute reading stands in for it."),
        null);

    public static Gap OpenInterestHistoryUnavailable { get; } = new(
        "open_interest_history_unavailable",
        new("Açık pozisyon geçmişi şu anda okunamadı.", "The history of open interest could not be read now."),
        OpenInterestHistoryInput);

    public static Gap OpenInterestHistoryMissing { get; } = new(
        "open_interest_history_missing",
        new("Borsa bu sözleşme için açık pozisyon geçmişi tutmuyor.", "The exchange keeps no history of open interest for this contract."),
        OpenInterestHistoryInput);

    public static Gap TopAccountsUnavailable { get; } = new(
        "top_accounts_unavailable",
        new("Büyük hesapların oranı şu anda okunamadı.", "The ratio of the top accounts could not be read now."),
        TopAccountsInput);

    public static Gap TopAccountsMissing { get; } = new(
        "top_accounts_missing",
        new("Borsa bu sözleşme için büyük hesapların güncel oranını tutmuyor.", "The exchange keeps no present ratio of the top accounts for this contract."),
        TopAccountsInput);

    public static Gap TopPositionsUnavailable { get; } = new(
        "top_positions_unavailable",
        new("Büyük hesapların pozisyon oranı şu anda okunamadı.", "The ratio of the top accounts' positions could not be read now."),
        TopPositionsInput);

    public static Gap TopPositionsMissing { get; } = new(
        "top_positions_missing",
        new("Borsa bu sözleşme için büyük hesapların güncel pozisyon oranını tutmuyor.", "The exchange keeps no present ratio of the top accounts' positions for this contract."),
        TopPositionsInput);

    public static Gap TakerUnavailable { get; } = new(
        "taker_unavailable",
        new("Taker hacimleri şu anda okunamadı.", "Taker volumes could not be read now."),
        TakerInput);

    public static Gap TakerMissing { get; } = new(
        "taker_missing",
        new("Borsa bu sözleşme için güncel taker hacmi tutmuyor.", "The exchange keeps no present taker volumes for this contract."),
        TakerInput);

    // Said of a part of the report, not of the whole.
    public static Gap StaleInput { get; } = new(
        "stale_data",
        new("Borsadan şu anda yenisi alınamıyor: son bilinen değer.", "A newer one cannot be had from the exchange now: this is the last known."),
        null);

    public static Gap TooOld { get; } = new(
        "too_old",
        new("Borsanın verdiği son değer olması gerekenden eski.", "The last value that the exchange gives is older than it should be."),
        null);
}
