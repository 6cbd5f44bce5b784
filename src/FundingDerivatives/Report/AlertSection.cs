using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Alerts as they are answered: what stands, and what ended lately.</summary>
internal sealed class AlertSection(ReportContext context, int intervalHours)
{
    private const long HourMs = 3_600_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    public IEnumerable<AlertReport> Compose(IEnumerable<FundingAlert> alerts) => alerts
        .Where(alert => alert.ClearedAt is not { } ended || context.Now - ended < Remembered.TotalMilliseconds)
        .OrderByDescending(alert => alert.FiredAt)
        .Select(Answer);

    private AlertReport Answer(FundingAlert alert)
    {
        var metric = alert.Kind == AlertKind.IntervalShortened ? AlertMetric.FundingInterval : AlertMetric.Funding;
        var cooldownUntil = (alert.SuppressedByFiringAt ?? alert.FiredAt) + (Math.Max(context.Rules.CooldownHours, intervalHours) * HourMs);
        var state = alert.ClearedAt is not null ? AlertState.Cleared
            // One that outlives the cooldown is told after all.
            : alert.SuppressedByFiringAt is not null && context.Now < cooldownUntil ? AlertState.Suppressed
            : AlertState.Fired;
        var (side, level) = (alert.Side.Answer(), alert.Level.Answer());
        return new AlertReport
        {
            Key = $"{context.Inputs.Contract.Symbol}:{AlertTexts.Name(metric)}:{AlertTexts.Name(side)}:{AlertTexts.Name(level)}",
            Metric = metric,
            Side = side,
            Level = level,
            State = state,
            FiredAt = alert.FiredAt,
            ClearedAt = alert.ClearedAt,
            CooldownUntil = cooldownUntil,
            Provisional = alert.IsProvisional,
            Reasons = alert.Reasons.Answer(),
            Reason = context.Say(AlertTexts.Of(metric, side, level, state)),
        };
    }
}
