using System.Collections.Frozen;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>What this process may still spend of each of Binance's limits. One instance is shared by all clients, because the
/// limits are per IP address and not per client.</summary>
public sealed class RateBudget
{
    private readonly FrozenDictionary<RateScope, ScopeBudget> _scopes;
    private readonly TimeSpan _longestWait;
    private readonly TimeProvider _clock;

    /// <summary>Plans the configured share of every limit.</summary>
    /// <param name="options">The share and the longest wait.</param>
    /// <param name="clock">The clock that waits and pauses are measured by.</param>
    public RateBudget(IOptions<BinanceOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        _longestWait = TimeSpan.FromSeconds(options.Value.MaxBudgetWaitSeconds);
        _scopes = RateLimitRule.All.Values.ToFrozenDictionary(rule => rule.Scope, rule => new ScopeBudget(rule, options.Value.BudgetShare, clock));
    }

    /// <summary>Takes the cost of a call, waiting for it if need be. Refuses at once when the wait would be longer than configured.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="cost">Units of the endpoint's scope.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A lease that says whether the call may be made, and if not, when.</returns>
    public async ValueTask<RateLimitLease> AcquireAsync(Endpoint endpoint, int cost, CancellationToken cancellationToken)
    {
        var bucket = _scopes[endpoint.Scope].Bucket;
        if (!bucket.TryTake(cost, _longestWait, out var wait))
        {
            return new BudgetLease(wait);
        }

        try
        {
            await Task.Delay(wait, _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            bucket.Return(cost);
            throw;
        }

        return new BudgetLease(null);
    }

    /// <summary>Takes the cost of a repeated attempt if it is there at once.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="cost">Units of the endpoint's scope.</param>
    /// <returns>Whether the attempt may be made.</returns>
    public bool TryAcquire(Endpoint endpoint, int cost) => _scopes[endpoint.Scope].Bucket.TryTake(cost, TimeSpan.Zero, out _);

    /// <summary>How long a scope is still closed.</summary>
    /// <param name="scope">The scope.</param>
    /// <returns>Null when it is open.</returns>
    public TimeSpan? ClosedFor(RateScope scope)
    {
        var left = _scopes[scope].ClosedUntil - _clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Closes a scope: nothing is sent in it until the time has passed.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="time">For how long.</param>
    public void Close(RateScope scope, TimeSpan time) => _scopes[scope].CloseUntil(_clock.GetUtcNow() + time);

    /// <summary>Corrects a scope's budget by what the exchange itself has counted: others may share our address.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="usedWeight">Weight used in the running minute, as <c>X-MBX-USED-WEIGHT-1M</c> says.</param>
    public void Correct(RateScope scope, int usedWeight) => _scopes[scope].Bucket.LowerTo(_scopes[scope].Rule.Limit - usedWeight);

    /// <summary>What is left of every scope.</summary>
    /// <returns>A reading per scope.</returns>
    public IReadOnlyList<RateBudgetReading> Read() =>
        [.. _scopes.Values.OrderBy(scope => scope.Rule.Scope).Select(scope => new RateBudgetReading(scope.Rule, scope.Planned, scope.Bucket.Left, ClosedFor(scope.Rule.Scope)))];

    internal void ThrowIfClosed(Endpoint endpoint)
    {
        if (ClosedFor(endpoint.Scope) is { } wait)
        {
            throw new BinanceException(BinanceErrorKind.RateLimited, endpoint.Path, $"{endpoint.Scope} is closed after the exchange refused a call") { RetryAfter = wait };
        }
    }

    private sealed class ScopeBudget
    {
        private readonly Lock _gate = new();
        private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

        public ScopeBudget(RateLimitRule rule, double share, TimeProvider clock)
        {
            Rule = rule;
            Planned = (int)(rule.Limit * share);
            // A full bucket and what flows in during a window can fall into one of Binance's windows: together they are the plan.
            var burst = Planned * 2 / 3;
            Bucket = new TokenBucket(burst, (Planned - burst) / rule.Window.TotalSeconds, clock);
        }

        public RateLimitRule Rule { get; }

        public int Planned { get; }

        public TokenBucket Bucket { get; }

        public DateTimeOffset ClosedUntil
        {
            get
            {
                lock (_gate)
                {
                    return _closedUntil;
                }
            }
        }

        public void CloseUntil(DateTimeOffset time)
        {
            lock (_gate)
            {
                _closedUntil = time > _closedUntil ? time : _closedUntil;
            }
        }
    }
}

/// <summary>What is left of a scope.</summary>
/// <param name="Rule">Binance's limit.</param>
/// <param name="Planned">Units per window that this process plans with.</param>
/// <param name="Left">Units that could be spent at once.</param>
/// <param name="ClosedFor">How long nothing is sent, after the exchange said so; null when open.</param>
public sealed record RateBudgetReading(RateLimitRule Rule, int Planned, int Left, TimeSpan? ClosedFor);
