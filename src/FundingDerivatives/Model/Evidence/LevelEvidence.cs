using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Model.Evidence;

/// <summary>What a contract's own price did in the 24 hours after its funding reached a level.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Side">The side that paid.</param>
/// <param name="Level">The level, or one above it.</param>
/// <param name="Study">The returns, from mark price at a settlement to mark price at the settlement 24 hours later.</param>
internal sealed record LevelEvidence(string Symbol, PayingSide Side, CrowdingLevel Level, EventStudy Study)
{
    private const long HourMs = 3_600_000;
    private const long HorizonMs = 24 * HourMs;

    /// <summary>Studies a history. The sample begins with the first settlement that could be graded, so that events and the returns they are compared
    /// with are of the same days.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="side">The side that paid.</param>
    /// <param name="level">The level.</param>
    /// <param name="history">The settlements.</param>
    /// <param name="settled">Level at each of them.</param>
    /// <param name="rules">The rules that the levels were graded by.</param>
    public static LevelEvidence Of(
        string symbol, PayingSide side, CrowdingLevel level, FundingHistory history, IReadOnlyList<Crowding> settled, LevelRules rules)
    {
        var ungraded = settled.TakeWhile(crowding => crowding.HistoryCount < rules.MinHistory).Count();
        var sample = history.Settlements[ungraded..].ToArray();
        var returns = new ForwardReturns
        {
            HorizonMs = HorizonMs,
            // A settlement is due 24 hours later whatever the interval: nearer than half the shortest one is that settlement.
            ToleranceMs = sample.Select(settlement => settlement.IntervalHours).DefaultIfEmpty(history.IntervalHours).Min() * HourMs / 2,
            SeparationMs = HorizonMs,
        };
        return new(symbol, side, level, returns.Study(
            Array.ConvertAll(sample, settlement => settlement.Time),
            Array.ConvertAll(sample, settlement => settlement.MarkPrice ?? double.NaN),
            [.. settled.Skip(ungraded).Select(crowding => crowding.LevelOf(side) >= level)]));
    }
}
