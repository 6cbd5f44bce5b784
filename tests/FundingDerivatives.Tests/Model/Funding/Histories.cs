using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

/// <summary>Settlements written down by their hours.</summary>
internal static class Histories
{
    public const long Hour = 3_600_000;
    public const long Day = 24 * Hour;

    /// <summary>Midnight, 2026-09-01.</summary>
    public const long Start = 1_788_220_800_000;

    public static FundingHistory HistoryOf(int intervalHours, params (int Hour, double Rate)[] settlements) =>
        FundingHistory.Of(settlements.Select(settlement => new Settlement(Start + (settlement.Hour * Hour), settlement.Rate)), intervalHours);

    /// <summary>One settlement after another in the same interval, the first at <see cref="Start"/>.</summary>
    public static FundingHistory Regular(int intervalHours, params IEnumerable<double> rates) =>
        FundingHistory.Of(rates.Select((rate, i) => new Settlement(Start + (i * intervalHours * Hour), rate)), intervalHours);
}
