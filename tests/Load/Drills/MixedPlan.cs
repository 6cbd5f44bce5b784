namespace OmnipotentFutures.Load.Drills;

/// <summary>How the mixed load runs.</summary>
/// <param name="Minutes">Length with the exchange failing; a minute without failures comes before it.</param>
/// <param name="PerSecond">Requests per second, sent on their time whether the earlier ones are answered or not.</param>
/// <param name="LatencyMs">Added to half of the exchange's answers, ms; 0 adds none.</param>
internal sealed record MixedPlan(double Minutes, int PerSecond, int LatencyMs);
