using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api.Control;

/// <summary>What clients have asked for since the start.</summary>
/// <param name="Source">What the market is: <c>simulated</c> or <c>recorded</c>.</param>
/// <param name="ExchangeTime">Exchange time, Unix ms.</param>
/// <param name="Scopes">Use of each metered scope.</param>
/// <param name="Paths">Calls of each path that was called, by path.</param>
public sealed record UsageResponse(string Source, long ExchangeTime, IReadOnlyList<ScopeUsage> Scopes, IReadOnlyDictionary<string, PathUsage> Paths);

/// <summary>Use of a scope.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Limit">Units allowed per client and window.</param>
/// <param name="WindowSeconds">Length of a window, seconds.</param>
/// <param name="Requests">Calls.</param>
/// <param name="Units">Weight, or requests where the scope counts those.</param>
/// <param name="PeakWindowUnits">Most units that one client used in one window.</param>
/// <param name="Refused">Calls answered with 429.</param>
/// <param name="Banned">Calls answered with 418.</param>
public sealed record ScopeUsage(
    [property: JsonConverter(typeof(SnakeCaseEnumConverter<RateScope>))] RateScope Scope,
    int Limit,
    int WindowSeconds,
    long Requests,
    long Units,
    int PeakWindowUnits,
    long Refused,
    long Banned);

/// <summary>Calls of a path.</summary>
/// <param name="Requests">Calls.</param>
/// <param name="Units">Their cost in units of the path's scope.</param>
/// <param name="Failures">Calls answered with a status of 400 or above.</param>
public sealed record PathUsage(long Requests, long Units, long Failures);
