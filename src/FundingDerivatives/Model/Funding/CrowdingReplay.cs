namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Levels and alerts of a contract, replayed over its settlements. Nothing is stored: replicas, and a process after a restart, read the same
/// settlements and agree. Only what rests on the running estimate of the present interval depends on when it was looked at.</summary>
internal sealed class CrowdingReplay
{
    private const long DayMs = 86_400_000;

    private CrowdingReplay(Crowding[] settled, Crowding? present, IReadOnlyList<FundingAlert> alerts, RememberedLevel? remembered)
    {
        Settled = settled;
        Present = present;
        Alerts = alerts;
        Remembered = remembered;
    }

    /// <summary>Level at each settlement of the history, ranked against the settlements before it.</summary>
    public IReadOnlyList<Crowding> Settled { get; }

    /// <summary>Level of the running estimate; null without an estimate.</summary>
    public Crowding? Present { get; }

    /// <summary>Alerts that stand or ended within the days of the rules, by their starts.</summary>
    public IReadOnlyList<FundingAlert> Alerts { get; }

    /// <summary>What to hand in at the next look; null without an estimate.</summary>
    public RememberedLevel? Remembered { get; }

    /// <summary>Replays a history. The more settlements it has before the days that alerts are told of, the more of those days have a rank.</summary>
    /// <param name="history">The settlements up to the present.</param>
    /// <param name="terms">The contract's present terms: past limits are not published, so past utilisation is measured by the present ones.</param>
    /// <param name="rules">Where levels begin and end.</param>
    /// <param name="now">Present, Unix ms.</param>
    /// <param name="estimate">Running estimate; null when there is none.</param>
    /// <param name="remembered">What the last look gave; left aside once a settlement came after it.</param>
    public static CrowdingReplay Of(
        FundingHistory history, FundingTerms terms, LevelRules rules, long now, RunningEstimate? estimate, RememberedLevel? remembered = null)
    {
        var rule = new LevelRule(rules);
        var window = new RankWindow(history, rules.HistoryDays * DayMs);
        var log = new AlertLog(rules);
        var settled = new Crowding[history.Settlements.Length];
        for (var i = 0; i < settled.Length; i++)
        {
            var settlement = history.Settlements[i];
            window.MoveTo(settlement.Time);
            settled[i] = rule.Grade(Observe(settlement.Time, settlement.Rate, settlement.Per8Hours), i > 0 ? settled[i - 1] : null);
            log.Add(settlement.Time, settled[i], settlement.IntervalHours);
        }

        var last = settled is [.., var latest] ? latest : null;
        var present = estimate is { } running ? Look(running) : null;
        if (present is not null)
        {
            // An early estimate is noise and ends nothing: an alert would be cleared after every settlement and stand again soon after.
            log.Add(present.Since, present.Crowding, terms.IntervalHours, isProvisional: true, canClear: estimate?.FixedShare >= rules.EarlyShare);
        }

        return new(settled, present?.Crowding, AlertsSince(now - (rules.AlertDays * DayMs), log.Alerts, history), present);

        LevelObservation Observe(long time, double rate, double per8Hours) => new(
            per8Hours,
            window.MidRankOf(per8Hours),
            window.Count,
            terms.UtilisationOf(rate),
            history.ShorteningBefore(time)?.Side ?? PayingSide.Nobody);

        RememberedLevel Look(RunningEstimate running)
        {
            window.MoveTo(now + 1);
            var start = history.Settlements is [.., var settlement] ? settlement.Time : 0;
            var seen = remembered?.SeenAt >= start ? remembered : null;
            var observation = Observe(long.MaxValue, running.Rate, terms.Per8Hours(running.Rate)) with
            {
                FixedShare = running.FixedShare,
                FollowsExtreme = last?.LevelOf(PayingSides.Of(running.Rate)) == CrowdingLevel.Extreme,
            };
            var crowding = rule.Grade(observation, seen?.Crowding ?? last);
            var isAsSeen = seen?.Crowding.Side == crowding.Side && seen.Crowding.Level == crowding.Level;
            return new(crowding, isAsSeen ? Math.Max(seen!.Since, start) : now, now);
        }
    }

    private static IReadOnlyList<FundingAlert> AlertsSince(long time, IReadOnlyList<FundingAlert> crowded, FundingHistory history) =>
    [
        .. crowded
            .Concat(history.IntervalChanges
                .Select((change, i) => (Change: change, Next: i + 1 < history.IntervalChanges.Count ? history.IntervalChanges[i + 1] : null))
                .Where(pair => pair.Change.IsShortening)
                .Select(pair => new FundingAlert
                {
                    Kind = AlertKind.IntervalShortened,
                    Side = pair.Change.Side,
                    Level = CrowdingLevel.Extreme,
                    Reasons = CrowdingReasons.IntervalShortened,
                    FiredAt = pair.Change.At,
                    ClearedAt = pair.Next?.At,
                }))
            .Where(alert => alert.ClearedAt is null || alert.ClearedAt >= time)
            .OrderBy(alert => alert.FiredAt),
    ];
}
