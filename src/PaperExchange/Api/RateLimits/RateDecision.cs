using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api.RateLimits;

/// <summary>What the limiter made of one call.</summary>
/// <param name="Rule">The limit the call counts against.</param>
/// <param name="Used">Units the client has used in the present window, this call included.</param>
/// <param name="RetryAt">When the client may call again; null when the call is allowed.</param>
/// <param name="IsBanned">Whether the refusal is a ban.</param>
internal readonly record struct RateDecision(RateLimitRule Rule, int Used, DateTimeOffset? RetryAt, bool IsBanned);
