namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Turns levels into alerts. Each side has at most one standing alert: it begins when the level reaches HIGH, gives way to another when the level
/// rises further, and ends when the level falls below HIGH.</summary>
internal sealed class AlertLog
{
    private const long HourMs = 3_600_000;

    private readonly LevelRules _rules;
    private readonly List<FundingAlert> _alerts;
    private readonly Dictionary<PayingSide, int> _standing;
    private readonly Dictionary<(PayingSide Side, CrowdingLevel Level), long> _lastFirings;

    /// <summary>Starts a log.</summary>
    public AlertLog(LevelRules rules) => (_rules, _alerts, _standing, _lastFirings) = (rules, [], [], []);

    /// <summary>Goes on from another log and leaves that one as it is.</summary>
    public AlertLog(AlertLog other) =>
        (_rules, _alerts, _standing, _lastFirings) = (other._rules, [.. other._alerts], new(other._standing), new(other._lastFirings));

    /// <summary>The alerts, in the order of their starts.</summary>
    public IReadOnlyList<FundingAlert> Alerts => _alerts;

    /// <summary>Takes a level in.</summary>
    /// <param name="time">When it was seen, Unix ms, not before the one seen last.</param>
    /// <param name="crowding">The level.</param>
    /// <param name="intervalHours">Funding interval then.</param>
    /// <param name="isProvisional">Whether it rests on the running estimate.</param>
    /// <param name="canClear">Whether it can end an alert; it can always raise one.</param>
    public void Add(long time, Crowding crowding, int intervalHours, bool isProvisional = false, bool canClear = true)
    {
        foreach (var side in (ReadOnlySpan<PayingSide>)[PayingSide.Longs, PayingSide.Shorts])
        {
            var level = crowding.LevelOf(side);
            var stands = _standing.TryGetValue(side, out var standing);
            var escalates = stands && level > _alerts[standing].Level;
            if (stands && (escalates || (canClear && level < CrowdingLevel.High)))
            {
                _alerts[standing] = _alerts[standing] with { ClearedAt = time, IsEscalated = escalates };
                _standing.Remove(side);
            }

            if (level >= CrowdingLevel.High && (!stands || escalates))
            {
                Fire(time, crowding, intervalHours, isProvisional);
            }
        }
    }

    private void Fire(long time, Crowding crowding, int intervalHours, bool isProvisional)
    {
        var key = (crowding.Side, crowding.Level);
        var cooldown = Math.Max(_rules.CooldownHours, intervalHours) * HourMs;
        long? suppressedBy = _lastFirings.TryGetValue(key, out var last) && time - last < cooldown ? last : null;
        if (suppressedBy is null)
        {
            _lastFirings[key] = time;
        }

        _standing[crowding.Side] = _alerts.Count;
        _alerts.Add(new()
        {
            Kind = AlertKind.Crowding,
            Side = crowding.Side,
            Level = crowding.Level,
            Reasons = crowding.Reasons,
            FiredAt = time,
            IsProvisional = isProvisional,
            SuppressedByFiringAt = suppressedBy,
        });
    }
}
