namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A spell of hourly settlement that a settlement at the cap or floor brought.</summary>
/// <param name="At">That settlement, Unix ms.</param>
/// <param name="Side">Who paid it.</param>
/// <param name="CalmSettlements">Consecutive calm settlements at the end of the spell, 0 to <see cref="IntervalRisk.CalmNeeded"/>.</param>
/// <param name="CalmAt">The settlement that first completed <see cref="IntervalRisk.CalmNeeded"/> calm ones, Unix ms; null before it.</param>
/// <param name="EndedAt">The last hourly settlement, Unix ms; null while the contract settles every hour.</param>
internal sealed record Shortening(long At, PayingSide Side, int CalmSettlements, long? CalmAt, long? EndedAt)
{
    /// <summary>When it stopped to tell of a crowded side, Unix ms: with the calm or the usual interval, whichever came first; null while it does.
    /// </summary>
    public long? ClearedAt => CalmAt ?? EndedAt;

    /// <summary>The spells of a history, oldest first.</summary>
    /// <param name="history">The settlements.</param>
    /// <param name="terms">The contract's present terms.</param>
    /// <param name="capUtilisation">Share of the room to the cap or floor from which a settlement counts as one at it.</param>
    public static Shortening[] Of(FundingHistory history, FundingTerms terms, double capUtilisation)
    {
        var shortenings = new List<Shortening>();
        var settlements = history.Settlements;
        var next = 0;
        for (var i = 0; i < history.IntervalChanges.Count; i++)
        {
            var change = history.IntervalChanges[i];
            if (!change.IsShortening(terms, capUtilisation))
            {
                continue;
            }

            while (next < settlements.Length && settlements[next].Time <= change.At)
            {
                next++;
            }

            var end = i + 1 < history.IntervalChanges.Count ? history.IntervalChanges[i + 1].At : (long?)null;
            var calm = 0;
            long? calmAt = null;
            for (; next < settlements.Length && !(settlements[next].Time > end); next++)
            {
                calm = IntervalRisk.IsCalm(settlements[next].Rate) ? Math.Min(calm + 1, IntervalRisk.CalmNeeded) : 0;
                calmAt ??= calm == IntervalRisk.CalmNeeded ? settlements[next].Time : null;
            }

            shortenings.Add(new(change.At, PayingSides.Of(change.Rate), calm, calmAt, end));
        }

        return [.. shortenings];
    }

    /// <summary>The side that it makes dear for a settlement; nobody outside the spell and from the completing calm settlement on.</summary>
    /// <param name="time">The settlement, Unix ms.</param>
    public PayingSide SideAt(long time) => At < time && !(CalmAt <= time) && !(EndedAt < time) ? Side : PayingSide.Nobody;
}
