using System.Runtime.CompilerServices;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>A perpetual's funding at one instant, from what the exchange says of it: <c>/analyze</c> and <c>/extremes</c> read the same levels off it.</summary>
/// <param name="Rate">Running estimate, a fraction per interval; null when there is none.</param>
/// <param name="Interval">Hours between settlements and how they are known.</param>
/// <param name="NextFundingTime">Coming settlement, Unix ms; null when there is none.</param>
/// <param name="FixedShare">Share of it that can no longer change, 0 to 1; null with it.</param>
/// <param name="Terms">How the rate follows from the premium.</param>
/// <param name="History">What was settled.</param>
/// <param name="Replay">Levels and alerts.</param>
internal sealed record FundingState(
    decimal? Rate, FundingInterval Interval, long? NextFundingTime, double? FixedShare, FundingTerms Terms, FundingHistory History, CrowdingReplay Replay)
{
    private const double UsualInterest = 0.0001;
    private const long HourMs = 3_600_000;

    // A table of weak keys: an array that is read no more takes what was made of it along.
    private static readonly ConditionalWeakTable<FundingRate[], SettledReplay> Replayed = [];

    /// <summary>Level of the running estimate; null without one.</summary>
    public Crowding? Crowding => Replay.Present;

    /// <summary>Reads the state.</summary>
    /// <param name="isTrading">Whether the contract trades.</param>
    /// <param name="premium">Its running estimate; null when the exchange gives none.</param>
    /// <param name="published">Its funding rules; null when the exchange publishes none.</param>
    /// <param name="settlements">Its regular settlements, oldest first; may be empty. What follows from them alone is kept with the array: the same
    /// array again, which must not be changed, saves most of the work.</param>
    /// <param name="rules">Where levels begin and end.</param>
    /// <param name="now">Present time by the exchange's clock, Unix ms.</param>
    /// <param name="remembered">What the last look at it gave; null at the first.</param>
    public static FundingState Of(
        bool isTrading, PremiumIndex? premium, FundingInfo? published, FundingRate[] settlements, LevelRules rules, long now, RememberedLevel? remembered)
    {
        var next = isTrading && premium?.NextFundingTime is > 0 and var time ? time : (long?)null;
        // A contract without a coming settlement goes on being listed at a rate of zero: that is no rate.
        var rate = isTrading && premium?.LastFundingRate is { } listed && (listed != 0 || next is not null) ? listed : (decimal?)null;
        var interval = IntervalOf(published?.FundingIntervalHours, settlements, next);
        var fixedShare = next is { } end ? Funding.FixedShare.Of(end - (interval.Hours * HourMs), end, now) : (double?)null;
        var terms = new FundingTerms(
            interval.Hours,
            (double?)premium?.InterestRate ?? UsualInterest,
            (double?)published?.AdjustedFundingRateCap,
            (double?)published?.AdjustedFundingRateFloor);
        var estimate = rate is { } running ? new RunningEstimate((double)running, fixedShare ?? 1) : (RunningEstimate?)null;
        var settled = SettledOf(settlements, terms, rules);
        return new(rate, interval, next, fixedShare, terms, settled.History, settled.Look(now, estimate, remembered));
    }

    // The exchange's rules lag behind a switch to a shorter interval, the time of the coming settlement does not.
    private static FundingInterval IntervalOf(int? published, FundingRate[] settlements, long? next)
    {
        var interval = FundingInterval.Of(published, settlements.Select(row => row.FundingTime));
        var hours = next is { } time && settlements is [.., var last] ? (time - last.FundingTime + (HourMs / 2)) / HourMs : interval.Hours;
        return hours < interval.Hours && hours is (1 or 2 or 4 or 8) ? new((int)hours, IntervalSource.Inferred) : interval;
    }

    private static SettledReplay SettledOf(FundingRate[] settlements, FundingTerms terms, LevelRules rules)
    {
        if (Replayed.TryGetValue(settlements, out var known) && known.Terms == terms && known.Rules == rules)
        {
            return known;
        }

        var history = FundingHistory.Of(
            settlements.Where(row => row.Rate is not null).Select(row => new Settlement(row.FundingTime, (double)row.Rate!.Value, (double?)row.MarkPrice)),
            terms.IntervalHours);
        var replay = new SettledReplay(history, terms, rules);
        Replayed.AddOrUpdate(settlements, replay);
        return replay;
    }
}
