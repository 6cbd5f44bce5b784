namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>The part of a replay that settlements alone decide. It never changes, so that one serves every look at the running estimate until the next
/// settlement, looks in parallel too.</summary>
internal sealed class SettledReplay
{
    private const long DayMs = 86_400_000;

    private readonly LevelRule _rule;
    private readonly Crowding[] _levels;
    private readonly RankWindow _window;
    private readonly AlertLog _log;
    private readonly Shortening? _lastShortening;
    private readonly FundingAlert[] _intervalAlerts;

    /// <summary>Replays a history. The more settlements it has before the days that alerts are told of, the more of those days have a rank.</summary>
    /// <param name="history">The settlements up to the present.</param>
    /// <param name="terms">The contract's present terms: past limits are not published, so past utilisation is measured by the present ones.</param>
    /// <param name="rules">Where levels begin and end.</param>
    public SettledReplay(FundingHistory history, FundingTerms terms, LevelRules rules)
    {
        (History, Terms, Rules) = (history, terms, rules);
        _rule = new(rules);
        _levels = new Crowding[history.Settlements.Length];
        _window = new(history, rules.HistoryDays * DayMs);
        _log = new(rules);
        var shortenings = Shortening.Of(history, terms, rules.CapUtilisation);
        _lastShortening = shortenings is [.., var latest] ? latest : null;
        _intervalAlerts = Array.ConvertAll(shortenings, AlertOf);
        var begun = 0;
        for (var i = 0; i < _levels.Length; i++)
        {
            var settlement = history.Settlements[i];
            while (begun < shortenings.Length && shortenings[begun].At < settlement.Time)
            {
                begun++;
            }

            _window.MoveTo(settlement.Time);
            var observation = Observe(_window, begun > 0 ? shortenings[begun - 1] : null, settlement.Time, settlement.Rate, settlement.Per8Hours);
            _levels[i] = _rule.Grade(observation, i > 0 ? _levels[i - 1] : null);
            _log.Add(settlement.Time, _levels[i], settlement.IntervalHours);
        }
    }

    /// <summary>The settlements.</summary>
    public FundingHistory History { get; }

    /// <summary>The terms that it was replayed by.</summary>
    public FundingTerms Terms { get; }

    /// <summary>The rules that it was replayed by.</summary>
    public LevelRules Rules { get; }

    /// <summary>Adds a look at the running estimate.</summary>
    /// <param name="now">Present, Unix ms.</param>
    /// <param name="estimate">Running estimate; null when there is none.</param>
    /// <param name="remembered">What the last look gave; left aside once a settlement came after it.</param>
    public CrowdingReplay Look(long now, RunningEstimate? estimate, RememberedLevel? remembered = null)
    {
        var log = _log;
        var present = estimate is { } running ? Grade(now, running, remembered) : null;
        if (present is not null)
        {
            log = new(_log);
            // An early estimate is noise and ends nothing: an alert would be cleared after every settlement and stand again soon after.
            log.Add(present.Since, present.Crowding, Terms.IntervalHours, isProvisional: true, canClear: estimate?.FixedShare >= Rules.EarlyShare);
        }

        return new()
        {
            Settled = _levels,
            Present = present?.Crowding,
            Alerts = AlertsSince(now - (Rules.AlertDays * DayMs), log.Alerts),
            Remembered = present,
            Shortening = _lastShortening is { EndedAt: null } ? _lastShortening : null,
        };
    }

    private RememberedLevel Grade(long now, RunningEstimate running, RememberedLevel? remembered)
    {
        var window = new RankWindow(_window);
        window.MoveTo(now + 1);
        var last = _levels is [.., var latest] ? latest : null;
        var start = History.Settlements is [.., var settlement] ? settlement.Time : 0;
        var seen = remembered?.SeenAt >= start ? remembered : null;
        var observation = Observe(window, _lastShortening, long.MaxValue, running.Rate, Terms.Per8Hours(running.Rate)) with
        {
            FixedShare = running.FixedShare,
            FollowsExtreme = last?.LevelOf(PayingSides.Of(running.Rate)) == CrowdingLevel.Extreme,
        };
        var crowding = _rule.Grade(observation, seen?.Crowding ?? last);
        var isAsSeen = seen?.Crowding.Side == crowding.Side && seen.Crowding.Level == crowding.Level;
        return new(crowding, isAsSeen ? Math.Max(seen!.Since, start) : now, now);
    }

    private LevelObservation Observe(RankWindow window, Shortening? shortening, long time, double rate, double per8Hours) => new(
        per8Hours,
        window.MidRankOf(per8Hours),
        window.Count,
        Terms.UtilisationOf(rate),
        shortening?.SideAt(time) ?? PayingSide.Nobody);

    private FundingAlert[] AlertsSince(long time, IReadOnlyList<FundingAlert> crowded) =>
    [
        .. crowded
            .Concat(_intervalAlerts)
            .Where(alert => alert.ClearedAt is null || alert.ClearedAt >= time)
            .OrderBy(alert => alert.FiredAt),
    ];

    private static FundingAlert AlertOf(Shortening shortening) => new()
    {
        Kind = AlertKind.IntervalShortened,
        Side = shortening.Side,
        Level = CrowdingLevel.Extreme,
        Reasons = CrowdingReasons.IntervalShortened,
        FiredAt = shortening.At,
        ClearedAt = shortening.ClearedAt,
    };
}
