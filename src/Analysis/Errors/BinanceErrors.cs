using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis.Errors;

/// <summary>What callers are told when the exchange gave no data.</summary>
public static class BinanceErrors
{
    extension(BinanceException failure)
    {
        /// <summary>How loudly a failed call is told. Why nothing is sent, the log has been told once already.</summary>
        public LogLevel LevelInLog => failure.WasNotSent ? LogLevel.Debug : LogLevel.Warning;
    }

    /// <summary>Turns a failed call into an error of ours.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The error; its message names no internals.</returns>
    public static ServiceError ToServiceError(this BinanceException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);

        return failure.Kind switch
        {
            BinanceErrorKind.RateLimited or BinanceErrorKind.Banned or BinanceErrorKind.Blocked => new ServiceError(
                ErrorCodes.UpstreamRateLimited,
                StatusCodes.Status503ServiceUnavailable,
                "The exchange's request limit for this address is reached. No call is made until it allows one; ask again after Retry-After.")
            {
                RetryAfter = failure.RetryAfter ?? TimeSpan.FromSeconds(10),
            },
            BinanceErrorKind.RestrictedLocation => new ServiceError(
                ErrorCodes.UpstreamRestrictedLocation,
                StatusCodes.Status503ServiceUnavailable,
                "Binance does not serve the location this service runs in (HTTP 451). Run it elsewhere, or on the paper exchange."),
            BinanceErrorKind.Timeout => new ServiceError(
                ErrorCodes.UpstreamTimeout,
                StatusCodes.Status504GatewayTimeout,
                "The exchange did not answer in time. The same call may succeed later."),
            BinanceErrorKind.UnknownSymbol => new ServiceError(
                ErrorCodes.UnknownSymbol,
                StatusCodes.Status404NotFound,
                "The exchange no longer lists this symbol."),
            _ => new ServiceError(
                ErrorCodes.UpstreamUnavailable,
                StatusCodes.Status502BadGateway,
                "The exchange is not reachable or gives no usable answer. The same call may succeed later.")
            {
                RetryAfter = failure.RetryAfter,
            },
        };
    }
}
