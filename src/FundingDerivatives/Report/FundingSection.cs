using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Report.ReportContext;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Funding: what runs, what was settled, how unusual it is and where it settles.</summary>
internal sealed class FundingSection(ReportContext context)
{
    private const double UsualInterest = 0.0001;
    private const long HourMs = 3_600_000;

    private static readonly TimeSpan OldestEstimate = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SettlementLag = TimeSpan.FromMinutes(15);
    private static readonly int[] RealisedDays = [1, 3, 7, 30];
    private static readonly int[] StandingDays = [30, 90];

    private PremiumIndex? Premium => context.Inputs.Premium.Value;

    /// <summary>Composes the section.</summary>
    /// <param name="remembered">What the last look at this contract gave; null at the first.</param>
    public FundingParts Compose(RememberedLevel? remembered)
    {
        var inputs = context.Inputs;
        if (!inputs.Contract.PaysFunding())
        {
            var none = context.Absent(context.Note(Gap.FundingNotApplicable));
            return new(null, [], none, none, null);
        }

        // A contract that settles goes on being listed at a rate of zero: that is no rate.
        var rate = inputs.Contract.IsTrading || Premium?.LastFundingRate != 0 ? Premium?.LastFundingRate : null;
        var block = rate is null
            ? context.Absent(context.Note(Gap.FundingMissing))
            : context.Present(Premium!.Time, OldestEstimate, inputs.Premium.IsStale);

        var rules = inputs.FundingRules;
        context.NoteIf(rules.Value is null, rules.HasFailed ? Gap.RulesUnavailable : Gap.RulesMissing);

        var settlements = inputs.Settlements.Value ?? [];
        var interval = FundingInterval.Of(rules.Value?.FundingIntervalHours, settlements.Select(row => row.FundingTime));
        var historyBlock = settlements.Length == 0
            ? context.Absent(context.Note(inputs.Settlements.HasFailed ? Gap.SettledUnavailable : Gap.SettledMissing))
            : context.Present(settlements[^1].FundingTime, TimeSpan.FromHours(interval.Hours) + SettlementLag, inputs.Settlements.IsStale);
        context.NoteIf(interval.Source == IntervalSource.Inferred, Gap.IntervalInferred);
        context.NoteIf(interval.Source == IntervalSource.Assumed, Gap.IntervalAssumed);

        var history = FundingHistory.Of(
            settlements.Where(row => row.Rate is not null).Select(row => new Settlement(row.FundingTime, (double)row.Rate!.Value, (double?)row.MarkPrice)),
            interval.Hours);
        var terms = new FundingTerms(
            interval.Hours,
            (double?)Premium?.InterestRate ?? UsualInterest,
            (double?)rules.Value?.AdjustedFundingRateCap,
            (double?)rules.Value?.AdjustedFundingRateFloor);
        var next = inputs.Contract.IsTrading && Premium?.NextFundingTime is > 0 and var time ? time : (long?)null;
        var fixedShare = next is { } end ? FixedShare.Of(end - (interval.Hours * HourMs), end, context.Now) : (double?)null;
        var estimate = rate is { } running ? new RunningEstimate((double)running, fixedShare ?? 1) : (RunningEstimate?)null;
        var replay = CrowdingReplay.Of(history, terms, context.Rules, context.Now, estimate, remembered);
        return new(
            Report(rate, interval, history, terms, next, fixedShare, replay),
            [.. new AlertSection(context, interval.Hours).Compose(replay.Alerts)],
            block,
            historyBlock,
            replay.Remembered);
    }

    private FundingRateReport Report(
        decimal? rate, FundingInterval interval, FundingHistory history, FundingTerms terms, long? next, double? fixedShare, CrowdingReplay replay)
    {
        var crowding = replay.Present;
        var current = Percent(rate);
        var over8Hours = current is { } known ? Rounded(FundingCost.Over8Hours(known, interval.Hours)) : (decimal?)null;
        var status = over8Hours is { } size ? context.Classify.Funding(size, crowding!.Level == CrowdingLevel.Extreme) : FundingStatus.Unknown;
        var premiumNow = context.Inputs.Premiums.Value?.Present(context.Now);
        var projected = rate is { } running && fixedShare is { } share && premiumNow is { } premium
            ? FundingProjection.Of(terms, (double)running, premium, share)
            : (RateBounds?)null;
        return new FundingRateReport
        {
            Current = current,
            Status = status,
            Level = crowding?.Level.Answer(),
            LevelReasons = crowding?.Reasons.Answer() ?? [],
            Warning = context.Say(StatusTexts.Of(status)),
            NextFundingTime = next,
            CountdownSeconds = next is { } end ? Math.Max(0, end - context.Now) / 1000m : null,
            IntervalHours = interval.Hours,
            IntervalSource = interval.Source,
            IntervalChange = history.LastIntervalChange is { } change ? new(change.FromHours, change.ToHours, change.At) : null,
            Rate8Hours = over8Hours,
            Apr = current is { } perInterval ? Rounded(FundingCost.OverYear(perInterval, interval.Hours)) : null,
            LastSettled = context.Inputs.Settlements.Value is [.., { Rate: { } settled } last] ? new(Percent(settled)!.Value, last.FundingTime) : null,
            Cap = Percent(context.Inputs.FundingRules.Value?.AdjustedFundingRateCap),
            Floor = Percent(context.Inputs.FundingRules.Value?.AdjustedFundingRateFloor),
            CapUtilisation = rate is { } used && terms.UtilisationOf((double)used) is { } utilisation ? Percent(utilisation) : null,
            IntervalRisk = rate is { } risky ? Risk(IntervalRisk.Of(terms, (double)risky, projected, history)) : null,
            EstimateFixed = fixedShare is { } part ? Math.Round((decimal)part * 100, 2) : null,
            Projected = projected is { } bounds ? new(Percent(bounds.Low), Percent(bounds.High), Percent(premiumNow!.Value)) : null,
            Realised = history.Settlements.Length == 0 ? [] : [.. RealisedDays.Select(days => Answer(history.Realised(days, context.Now)))],
            Streak = history.Streak is { } streak ? new(streak.Side.Answer(), streak.Count, streak.Since, streak.IsAtLeast) : null,
            Standings = over8Hours is { } value ? [.. StandingDays.SelectMany(days => Place(history, value, days))] : [],
            Evidence = [.. new EvidenceSection(context).Compose(history, replay)],
        };
    }

    private IntervalRiskReport Risk(IntervalRisk risk)
    {
        var status = risk.Status.Answer();
        return new(status, context.Say(StatusTexts.Of(status)), risk.CalmSettlements, IntervalRisk.CalmNeeded, Percent(IntervalRisk.CalmRate));
    }

    private static RealisedFundingReport Answer(RealisedFunding realised) => new(realised.Days, Percent(realised.Sum), realised.Count, realised.IsComplete);

    private IEnumerable<FundingStandingReport> Place(FundingHistory history, decimal over8Hours, int days) =>
        ReportContext.Answer(history.StandingOf((double)over8Hours / 100, days, context.Now)) is { } standing
            ? [new(days, standing.Percentile, standing.RobustZ, standing.N)]
            : [];
}

/// <summary>What the funding section answers.</summary>
/// <param name="Report">Funding; null for a delivery contract.</param>
/// <param name="Alerts">What stands or has just ended.</param>
/// <param name="Block">How far the running rate can be trusted.</param>
/// <param name="History">The same of what was settled.</param>
/// <param name="Remembered">What to hand in at the next look.</param>
internal sealed record FundingParts(FundingRateReport? Report, IReadOnlyList<AlertReport> Alerts, BlockReport Block, BlockReport History, RememberedLevel? Remembered);
