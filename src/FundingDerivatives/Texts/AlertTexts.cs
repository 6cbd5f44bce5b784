using System.Text.Json;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Texts;

/// <summary>Alerts in sentences. They name crowding and cost and promise no direction.</summary>
internal static class AlertTexts
{
    /// <summary>A machine name within an alert's key.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>An alert.</summary>
    public static LocalText Of(AlertMetric metric, FundingSide side, FundingLevel level, AlertState state)
    {
        var (turkish, english) = (metric, side) switch
        {
            (AlertMetric.FundingInterval, _) => ("Üst veya alt sınırdaki ödemeden sonra funding saatlik ödenmeye başladı", "Funding became hourly after a settlement at the cap or floor"),
            (_, FundingSide.ShortsPay) => level == FundingLevel.Extreme
                ? ("Short taraf aşırı kalabalık seviyesine ulaştı, taşıma maliyeti çok yüksek", "Shorts became extremely crowded at a very high cost of carry")
                : ("Short taraf kalabalık seviyesine ulaştı, taşıma maliyeti yüksek", "Shorts became crowded at a high cost of carry"),
            _ => level == FundingLevel.Extreme
                ? ("Long taraf aşırı kalabalık seviyesine ulaştı, taşıma maliyeti çok yüksek", "Longs became extremely crowded at a very high cost of carry")
                : ("Long taraf kalabalık seviyesine ulaştı, taşıma maliyeti yüksek", "Longs became crowded at a high cost of carry"),
        };
        return state switch
        {
            AlertState.Cleared => new($"{turkish} - sona erdi", $"{english} - over"),
            AlertState.Suppressed => new($"{turkish} - kısa süre önce bildirildi, şimdilik tekrarlanmıyor", $"{english} - told a short while ago, not told again for now"),
            _ => new($"{turkish} (yön tahmini değildir)", $"{english} (not a forecast of direction)"),
        };
    }
}
