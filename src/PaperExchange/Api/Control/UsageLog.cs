using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.RateLimits;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>Counts what clients ask for, so that tests and reports can show how they use their budget.</summary>
internal sealed class UsageLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RateScope, ScopeUsage> _scopes;
    private readonly SortedDictionary<string, PathUsage> _paths = new(StringComparer.Ordinal);

    public UsageLog(RateLimitOptions limits) => _scopes = limits.Rules.Values.ToDictionary(
        rule => rule.Scope,
        rule => new ScopeUsage(rule.Scope, rule.Limit, (int)rule.Window.TotalSeconds, 0, 0, 0, 0, 0));

    public void Add(Endpoint endpoint, int units, RateDecision decision, int status)
    {
        var isRefused = decision.RetryAt is not null;
        lock (_lock)
        {
            var scope = _scopes[endpoint.Scope];
            _scopes[endpoint.Scope] = scope with
            {
                Requests = scope.Requests + 1,
                Units = scope.Units + units,
                PeakWindowUnits = Math.Max(scope.PeakWindowUnits, decision.Used),
                Refused = scope.Refused + (isRefused && !decision.IsBanned ? 1 : 0),
                Banned = scope.Banned + (decision.IsBanned ? 1 : 0),
            };

            var path = _paths.GetValueOrDefault(endpoint.Path) ?? new PathUsage(0, 0, 0);
            _paths[endpoint.Path] = new PathUsage(path.Requests + 1, path.Units + units, path.Failures + (status >= StatusCodes.Status400BadRequest ? 1 : 0));
        }
    }

    public UsageResponse Describe(Exchange exchange)
    {
        lock (_lock)
        {
            return new UsageResponse(exchange.Market.Source, exchange.Clock.Now, [.. _scopes.Values], new SortedDictionary<string, PathUsage>(_paths));
        }
    }
}
