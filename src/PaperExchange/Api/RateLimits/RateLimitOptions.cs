using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api.RateLimits;

/// <summary>How much a client may ask, and what follows when it goes on asking.</summary>
public sealed record RateLimitOptions
{
    /// <summary>The limit of every scope.</summary>
    public IReadOnlyDictionary<RateScope, RateLimitRule> Rules { get; init; } = RateLimitRule.All;

    /// <summary>Calls answered with 429 in one window before the next one is a ban. Binance does not publish its figure;
    /// this one forgives the calls that were under way when the limit was reached.</summary>
    public int RefusalsBeforeBan { get; init; } = 20;

    /// <summary>Length of a client's first ban; each further one is twice as long.</summary>
    public TimeSpan FirstBan { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest ban.</summary>
    public TimeSpan LongestBan { get; init; } = TimeSpan.FromDays(3);
}
