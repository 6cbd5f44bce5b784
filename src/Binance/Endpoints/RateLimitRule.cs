namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>Binance's limit of one scope.</summary>
/// <param name="Scope">What is metered.</param>
/// <param name="Limit">Weight or requests allowed in a window.</param>
/// <param name="Window">Length of the window.</param>
public sealed record RateLimitRule(RateScope Scope, int Limit, TimeSpan Window)
{
    /// <summary>Header by which Binance says how much weight the address has used in the running minute.</summary>
    public const string UsedWeightHeader = "X-MBX-USED-WEIGHT-1M";

    /// <summary>The limits of every scope, as documented on 2026-07-24. The website's is our own figure: the table of brackets is asked for once a day,
    /// and no fault of ours may make that a flood.</summary>
    public static IReadOnlyDictionary<RateScope, RateLimitRule> All { get; } = new RateLimitRule[]
    {
        new(RateScope.FuturesWeight, 2400, TimeSpan.FromMinutes(1)),
        new(RateScope.FuturesData, 1000, TimeSpan.FromMinutes(5)),
        new(RateScope.FuturesFunding, 500, TimeSpan.FromMinutes(5)),
        new(RateScope.SpotWeight, 6000, TimeSpan.FromMinutes(1)),
        new(RateScope.Website, 100, TimeSpan.FromMinutes(5)),
    }.ToDictionary(rule => rule.Scope);
}
