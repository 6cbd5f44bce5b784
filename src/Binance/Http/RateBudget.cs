using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Binance.Http;

/// <summary>What this process may still spend of each of Binance's limits. One instance is shared by all clients, because the
/// limits are per IP address and not per client.</summary>
public sealed partial class RateBudget
{
    private readonly FrozenDictionary<RateScope, (ScopeBudget Budget, ScopeGate Gate)> _scopes;
    private readonly ConcurrentDictionary<RateScope, DateTimeOffset> _toldSpent = new();
    private readonly TimeSpan _longestWait;
    private readonly TimeProvider _clock;
    private readonly ILogger<RateBudget> _logger;

    /// <summary>Plans the configured share of every limit.</summary>
    /// <param name="options">The share and the longest wait.</param>
    /// <param name="clock">The clock that waits and pauses are measured by.</param>
    /// <param name="logger">Where an operator reads that a scope is closed or open again.</param>
    public RateBudget(IOptions<BinanceOptions> options, TimeProvider clock, ILogger<RateBudget> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        _logger = logger;
        _longestWait = TimeSpan.FromSeconds(options.Value.MaxBudgetWaitSeconds);
        _scopes = RateLimitRule.All.Values.ToFrozenDictionary(
            rule => rule.Scope, rule => (new ScopeBudget(rule, options.Value.BudgetShare, clock), new ScopeGate(clock)));
    }

    /// <summary>What is left of every scope.</summary>
    /// <returns>A reading per scope.</returns>
    public IReadOnlyList<RateBudgetReading> Read()
    {
        var now = _clock.GetUtcNow();
        return [.. _scopes.Values.Select(scope => Read(scope.Budget, scope.Gate.ClosureAt(now), now)).OrderBy(reading => reading.Rule.Scope)];
    }

    /// <summary>Takes the cost of a call, ahead of time if need be.</summary>
    /// <param name="call">The call.</param>
    /// <returns>How long it has to wait until it may be sent.</returns>
    /// <exception cref="BinanceException">The scope is closed, or the wait would be longer than configured; a refresh does not wait at all.</exception>
    internal TimeSpan Take(BinanceCall call)
    {
        // First, so that calls which cannot be sent do not spend anything.
        ThrowIfClosed(call.Endpoint);
        call.Turn = TryTake(call, _longestWait, out var wait);
        if (call.Turn is null)
        {
            TellSpent(call);
            throw Refusal(call, call.IsRefresh ? "has nothing to spare for a refresh, what is left is for callers" : "is spent", wait);
        }

        return call.Turn.Wait;
    }

    /// <summary>Takes the cost of a repeated attempt if it is there at once.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="BinanceException">The scope is closed, or the cost is not there.</exception>
    internal void TakeAgain(BinanceCall call)
    {
        ThrowIfClosed(call.Endpoint);
        if (TryTake(call, TimeSpan.Zero, out var wait) is null)
        {
            throw Refusal(call, "is not enough for another attempt", wait);
        }
    }

    /// <summary>Notes that a call is sent now, its turn having come.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="BinanceException">The scope was closed meanwhile.</exception>
    internal void Spend(BinanceCall call)
    {
        ThrowIfClosed(call.Endpoint);
        _scopes[call.Endpoint.Scope].Budget.Spend(call.Turn!);
    }

    /// <summary>Gives back what a call has taken that was not sent.</summary>
    /// <param name="call">The call.</param>
    internal void Return(BinanceCall call) => _scopes[call.Endpoint.Scope].Budget.Return(call.Turn!);

    /// <summary>Corrects a scope's budget by what the exchange itself has counted: others may share our address.</summary>
    /// <param name="scope">The scope, one that is metered by weight.</param>
    /// <param name="usedWeight">Weight used in the exchange's running minute, as <c>X-MBX-USED-WEIGHT-1M</c> says.</param>
    /// <param name="askedAt">Timestamp of the clock at which the call was sent that brought it.</param>
    internal void Correct(RateScope scope, int usedWeight, long askedAt) => _scopes[scope].Budget.Correct(usedWeight, askedAt);

    /// <summary>Closes a scope: nothing is sent in it until the time has passed.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="refusal">How the exchange refused a call.</param>
    /// <param name="pause">For how long.</param>
    internal void Close(RateScope scope, BinanceException refusal, TimeSpan pause)
    {
        if (_scopes[scope].Gate.Close(refusal, pause) is { } closure)
        {
            LogClosed(scope, Utc(closure.Until), closure.Kind, refusal.Message);
        }
    }

    /// <summary>Notes that the exchange has given data.</summary>
    /// <param name="scope">The scope.</param>
    internal void Passed(RateScope scope)
    {
        if (_scopes[scope].Gate.Passed())
        {
            LogOpen(scope);
        }
    }

    private static RateBudgetReading Read(ScopeBudget budget, ScopeClosure? closure, DateTimeOffset now) =>
        new(budget.Rule, budget.Planned, budget.Left, closure?.Until - now, closure?.Kind);

    private static string Utc(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static BinanceException Refusal(BinanceCall call, string reason, TimeSpan? wait) =>
        new(BinanceErrorKind.RateLimited, call.Endpoint.Path, $"our own budget of {call.Endpoint.Scope} {reason}") { RetryAfter = wait };

    // Once a window: a crowd of callers is one thing to know, not one a call.
    private void TellSpent(BinanceCall call)
    {
        var (scope, now) = (call.Endpoint.Scope, _clock.GetUtcNow());
        var rule = _scopes[scope].Budget.Rule;
        if (!call.IsRefresh && (!_toldSpent.TryGetValue(scope, out var told) || now - told >= rule.Window))
        {
            _toldSpent[scope] = now;
            LogSpent(scope, _scopes[scope].Budget.Planned, rule.Limit, rule.Window.TotalMinutes);
        }
    }

    private BudgetTurn? TryTake(BinanceCall call, TimeSpan longestWait, out TimeSpan? wait)
    {
        var budget = _scopes[call.Endpoint.Scope].Budget;
        return call.IsRefresh ? budget.TryTakeForRefresh(call.Cost, out wait) : budget.TryTake(call.Cost, longestWait, out wait);
    }

    private void ThrowIfClosed(Endpoint endpoint)
    {
        var now = _clock.GetUtcNow();
        if (_scopes[endpoint.Scope].Gate.ClosureAt(now) is { } closure)
        {
            throw new BinanceException(
                closure.Kind, endpoint.Path, $"not sent, {endpoint.Scope} is closed until {Utc(closure.Until)} after HTTP {closure.Status}")
            {
                ClosedByStatus = closure.Status,
                RetryAfter = closure.Until - now,
            };
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Our own budget of {Scope} is spent ({Planned} of the exchange's {Limit} per {Minutes} min): callers are refused or get the last good data until it recovers")]
    private partial void LogSpent(RateScope scope, int planned, int limit, double minutes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Scope} is closed until {Until}: {Kind}, {Reason}")]
    private partial void LogClosed(RateScope scope, string until, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Scope} is open again")]
    private partial void LogOpen(RateScope scope);
}

/// <summary>What is left of a scope.</summary>
/// <param name="Rule">Binance's limit.</param>
/// <param name="Planned">Units per window that this process plans with.</param>
/// <param name="Left">Units that could be spent at once.</param>
/// <param name="ClosedFor">How long nothing is sent, after the exchange said so; null when open.</param>
/// <param name="ClosedBecause">How the exchange said so; null when open.</param>
public sealed record RateBudgetReading(RateLimitRule Rule, int Planned, int Left, TimeSpan? ClosedFor, BinanceErrorKind? ClosedBecause);
