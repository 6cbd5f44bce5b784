using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Report.ReportContext;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Funding: what runs, what was settled, and how unusual it is.</summary>
internal sealed class FundingSection(ReportContext context)
{
    private static readonly TimeSpan OldestEstimate = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SettlementLag = TimeSpan.FromMinutes(15);

    public (FundingRateReport? Report, BlockReport Block, BlockReport History) Compose()
    {
        var inputs = context.Inputs;
        if (!inputs.Contract.PaysFunding())
        {
            var none = context.Absent(context.Note(Gap.FundingNotApplicable));
            return (null, none, none);
        }

        // A contract that settles goes on being listed at a rate of zero: that is no rate.
        var estimate = inputs.Premium.Value?.LastFundingRate;
        var current = inputs.Contract.IsTrading || estimate != 0 ? Percent(estimate) : null;
        var block = current is null
            ? context.Absent(context.Note(Gap.FundingMissing))
            : context.Present(inputs.Premium.Value!.Time, OldestEstimate, inputs.Premium.IsStale);

        var rules = inputs.FundingRules;
        context.NoteIf(rules.Value is null, rules.HasFailed ? Gap.RulesUnavailable : Gap.RulesMissing);

        // A special settlement is a stock dividend, outside the contract's rhythm.
        var settlements = (inputs.Settlements.Value ?? []).Where(row => row.RateType is not "Special").ToArray();
        var interval = FundingInterval.Of(rules.Value?.FundingIntervalHours, settlements.Select(row => row.FundingTime));
        var history = settlements.Length == 0
            ? context.Absent(context.Note(inputs.Settlements.HasFailed ? Gap.SettledUnavailable : Gap.SettledMissing))
            : context.Present(settlements[^1].FundingTime, TimeSpan.FromHours(interval.Hours) + SettlementLag, inputs.Settlements.IsStale);
        context.NoteIf(interval.Source == IntervalSource.Inferred, Gap.IntervalInferred);
        context.NoteIf(interval.Source == IntervalSource.Assumed, Gap.IntervalAssumed);

        var over8Hours = current is { } rate ? Rounded(FundingCost.Over8Hours(rate, interval.Hours)) : (decimal?)null;
        var status = over8Hours is { } known ? context.Classify.Funding(known) : FundingStatus.Unknown;
        return (
            new FundingRateReport
            {
                Current = current,
                Status = status,
                Level = over8Hours is { } size ? context.Classify.Level(size) : null,
                Warning = context.Say(StatusTexts.Of(status)),
                NextFundingTime = inputs.Contract.IsTrading && inputs.Premium.Value?.NextFundingTime is > 0 and var next ? next : null,
                IntervalHours = interval.Hours,
                IntervalSource = interval.Source,
                Rate8Hours = over8Hours,
                Apr = current is { } perInterval ? Rounded(FundingCost.OverYear(perInterval, interval.Hours)) : null,
                LastSettled = settlements.LastOrDefault() is { Rate: { } settled } last ? new(Percent(settled)!.Value, last.FundingTime) : null,
                Cap = Percent(rules.Value?.AdjustedFundingRateCap),
                Floor = Percent(rules.Value?.AdjustedFundingRateFloor),
            },
            block,
            history);
    }
}
