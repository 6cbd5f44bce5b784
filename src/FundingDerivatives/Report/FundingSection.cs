using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Funding: what runs, what was settled, how unusual it is and where it settles.</summary>
internal sealed class FundingSection(ReportContext context)
{
    private static readonly TimeSpan OldestEstimate = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SettlementLag = TimeSpan.FromMinutes(15);
    private static readonly int[] RealisedDays = [1, 3, 7, 30];
    private static readonly int[] StandingDays = [30, 90];

    public FundingParts Compose()
    {
        var inputs = context.Inputs;
        if (context.Funding is not { } funding)
        {
            var none = context.Absent(context.Note(Gap.FundingNotApplicable));
            return new(null, [], none, none);
        }

        var block = funding.Rate is null
            ? context.Absent(context.Note(Gap.FundingMissing))
            : context.Present(inputs.Premium.Value!.Time, OldestEstimate, inputs.Premium.IsStale, inputs.FundingRules.IsStale);

        var rules = inputs.FundingRules;
        context.NoteIf(rules.Value is null, rules.HasFailed ? Gap.RulesUnavailable : Gap.RulesMissing);
        var historyBlock = inputs.Settlements.Value is [.., var last]
            ? context.Present(last.FundingTime, TimeSpan.FromHours(funding.Interval.Hours) + SettlementLag, inputs.Settlements.IsStale)
            : context.Absent(context.Note(inputs.Settlements.HasFailed ? Gap.SettledUnavailable : Gap.SettledMissing));
        context.NoteIf(funding.Interval.Source == IntervalSource.Inferred, Gap.IntervalInferred);
        context.NoteIf(funding.Interval.Source == IntervalSource.Assumed, Gap.IntervalAssumed);
        return new(Report(funding), [.. new AlertSection(context, funding.Interval.Hours).Compose(funding.Replay.Alerts)], block, historyBlock);
    }

    private FundingRateReport Report(FundingState funding)
    {
        var (interval, history, terms) = (funding.Interval, funding.History, funding.Terms);
        var current = Percent(funding.Rate);
        var over8Hours = current is { } known ? Rounded(FundingCost.Over8Hours(known, interval.Hours)) : (decimal?)null;
        var crowding = funding.Crowding;
        var status = over8Hours is { } size ? context.Classify.Funding(size, crowding!.Level == CrowdingLevel.Extreme) : FundingStatus.Unknown;
        var premiumNow = context.Inputs.Premiums is { IsStale: false, Value: { } premiums } ? premiums.Present(context.Now) : null;
        var projected = funding is { Rate: { } running, FixedShare: { } share } && premiumNow is { } premium
            ? FundingProjection.Of(terms, (double)running, premium, share)
            : (RateBounds?)null;
        return new FundingRateReport
        {
            Current = current,
            Status = status,
            Level = crowding?.Level.Answer(),
            LevelReasons = crowding?.Reasons.Answer() ?? [],
            Warning = context.Say(StatusTexts.Of(status)),
            NextFundingTime = funding.NextFundingTime,
            CountdownSeconds = funding.NextFundingTime is { } end ? Math.Max(0, end - context.Now) / 1000m : null,
            IntervalHours = interval.Hours,
            IntervalSource = interval.Source,
            IntervalChange = history.LastIntervalChange is { } change ? new(change.FromHours, change.ToHours, change.At) : null,
            Rate8Hours = over8Hours,
            Apr = current is { } perInterval ? Rounded(FundingCost.OverYear(perInterval, interval.Hours)) : null,
            LastSettled = context.Inputs.Settlements.Value is [.., { Rate: { } settled } last] ? new(Percent(settled)!.Value, last.FundingTime) : null,
            Cap = Percent(context.Inputs.FundingRules.Value?.AdjustedFundingRateCap),
            Floor = Percent(context.Inputs.FundingRules.Value?.AdjustedFundingRateFloor),
            CapUtilisation = funding.Rate is { } used && terms.UtilisationOf((double)used) is { } utilisation ? Percent(utilisation) : null,
            IntervalRisk = funding.Rate is { } risky ? Risk(IntervalRisk.Of(terms, (double)risky, projected, funding.Replay.Shortening, context.Rules.CapUtilisation)) : null,
            EstimateFixed = funding.FixedShare is { } part ? Math.Round((decimal)part * 100, 2) : null,
            Projected = projected is { } bounds ? new(Percent(bounds.Low), Percent(bounds.High), Percent(premiumNow!.Value)) : null,
            Realised = history.Settlements.Length == 0 ? [] : [.. RealisedDays.Select(days => Answer(history.Realised(days, context.Now)))],
            Streak = history.Streak is { } streak ? new(streak.Side.Answer(), streak.Count, streak.Since, streak.IsAtLeast) : null,
            // By the same arithmetic as the settlements: a rate that equals them must do so to the last digit.
            Standings = funding.Rate is { } placed ? [.. StandingDays.SelectMany(days => Place(history, terms.Per8Hours((double)placed), days))] : [],
            Evidence = [.. new EvidenceSection(context).Compose(history, funding.Replay)],
        };
    }

    private IntervalRiskReport Risk(IntervalRisk risk)
    {
        var status = risk.Status.Answer();
        return new(status, context.Say(StatusTexts.Of(status)), risk.CalmSettlements, IntervalRisk.CalmNeeded, Percent(IntervalRisk.CalmRate));
    }

    private static RealisedFundingReport Answer(RealisedFunding realised) => new(realised.Days, Percent(realised.Sum), realised.Count, realised.IsComplete);

    private IEnumerable<FundingStandingReport> Place(FundingHistory history, double per8Hours, int days) =>
        ReportContext.Answer(history.StandingOf(per8Hours, days, context.Now)) is { } standing
            ? [new(days, standing.Percentile, standing.RobustZ, standing.N)]
            : [];
}

/// <summary>What the funding section answers.</summary>
/// <param name="Report">Funding; null for a delivery contract.</param>
/// <param name="Alerts">What stands or has just ended.</param>
/// <param name="Block">How far the running rate can be trusted.</param>
/// <param name="History">The same of what was settled.</param>
internal sealed record FundingParts(FundingRateReport? Report, IReadOnlyList<AlertReport> Alerts, BlockReport Block, BlockReport History);
