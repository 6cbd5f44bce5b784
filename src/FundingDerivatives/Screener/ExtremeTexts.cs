using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Why a contract is extreme, in sentences that name crowding and cost and promise no direction.</summary>
internal static class ExtremeTexts
{
    /// <summary>The sentence.</summary>
    /// <param name="side">Who pays.</param>
    /// <param name="reason">Why it is extreme.</param>
    public static LocalText Of(PayingSide side, ExtremeReason reason) => (side, reason) switch
    {
        (PayingSide.LongsPay, ExtremeReason.CapUtilisation) => new(
            "Long taraf kalabalık: funding borsanın üst sınırına yakın, taşıma maliyeti aşırı yüksek (yön tahmini değildir)",
            "Longs are crowded: funding is near the exchange's cap and the cost of carry is extreme (not a forecast of direction)"),
        (PayingSide.ShortsPay, ExtremeReason.CapUtilisation) => new(
            "Short taraf kalabalık: funding borsanın alt sınırına yakın, taşıma maliyeti aşırı yüksek (yön tahmini değildir)",
            "Shorts are crowded: funding is near the exchange's floor and the cost of carry is extreme (not a forecast of direction)"),
        (PayingSide.LongsPay, _) => new(
            "Long taraf kalabalık: funding hem yüksek hem de bu sözleşmenin son 90 gününe göre aşırı (yön tahmini değildir)",
            "Longs are crowded: funding is dear, and extreme for this contract's last 90 days (not a forecast of direction)"),
        _ => new(
            "Short taraf kalabalık: funding hem yüksek hem de bu sözleşmenin son 90 gününe göre aşırı (yön tahmini değildir)",
            "Shorts are crowded: funding is dear, and extreme for this contract's last 90 days (not a forecast of direction)"),
    };
}
