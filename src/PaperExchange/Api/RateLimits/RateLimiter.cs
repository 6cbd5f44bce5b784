using System.Collections.Concurrent;
using System.Net;
using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api.RateLimits;

/// <summary>Meters every client address by scope in fixed windows, as Binance's clock minutes are: 429 beyond the limit, and a ban
/// for a client that goes on regardless. A ban holds for its scope, so that a drill on one scope leaves the others usable.</summary>
internal sealed class RateLimiter(RateLimitOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(IPAddress Client, RateScope Scope), Meter> _meters = new();

    /// <summary>Counts a call, also when it is refused.</summary>
    public RateDecision Charge(IPAddress client, RateScope scope, int units)
    {
        var meter = _meters.GetOrAdd((client, scope), _ => new Meter());
        lock (meter)
        {
            return Charge(meter, options.Rules[scope], units);
        }
    }

    private RateDecision Charge(Meter meter, RateLimitRule rule, int units)
    {
        var now = time.GetUtcNow();
        var window = now.Ticks / rule.Window.Ticks;
        if (meter.Window != window)
        {
            (meter.Window, meter.Used, meter.Refusals) = (window, 0, 0);
        }

        meter.Used += units;
        if (now < meter.BannedUntil)
        {
            return new RateDecision(rule, meter.Used, meter.BannedUntil, IsBanned: true);
        }

        if (meter.Used <= rule.Limit)
        {
            return new RateDecision(rule, meter.Used, RetryAt: null, IsBanned: false);
        }

        if (meter.Refusals++ < options.RefusalsBeforeBan)
        {
            var windowEnd = new DateTimeOffset((window + 1) * rule.Window.Ticks, TimeSpan.Zero);
            return new RateDecision(rule, meter.Used, windowEnd, IsBanned: false);
        }

        meter.BannedUntil = now + BanLength(meter.Bans++);
        return new RateDecision(rule, meter.Used, meter.BannedUntil, IsBanned: true);
    }

    private TimeSpan BanLength(int earlierBans)
    {
        var length = options.FirstBan * Math.Pow(2, Math.Min(earlierBans, 30));
        return length < options.LongestBan ? length : options.LongestBan;
    }

    private sealed class Meter
    {
        public long Window { get; set; }

        public int Used { get; set; }

        public int Refusals { get; set; }

        public int Bans { get; set; }

        public DateTimeOffset BannedUntil { get; set; }
    }
}
