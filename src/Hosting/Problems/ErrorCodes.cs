using Microsoft.AspNetCore.Http;

namespace OmnipotentFutures.Hosting.Problems;

/// <summary>Stable names of the errors that services answer. They never change with language.</summary>
public static class ErrorCodes
{
    /// <summary>400: not the form of a symbol.</summary>
    public const string InvalidSymbol = "invalid_symbol";

    /// <summary>404: a symbol's form, but not listed.</summary>
    public const string UnknownSymbol = "unknown_symbol";

    /// <summary>400: a batch of more symbols than allowed.</summary>
    public const string TooManySymbols = "too_many_symbols";

    /// <summary>400: a parameter or body that cannot be understood.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>401: the key is missing or wrong.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>404: no such route.</summary>
    public const string NotFound = "not_found";

    /// <summary>405: the route exists, the method does not.</summary>
    public const string MethodNotAllowed = "method_not_allowed";

    /// <summary>408: the caller did not send its request in time.</summary>
    public const string RequestTimeout = "request_timeout";

    /// <summary>413: a body over the limit.</summary>
    public const string PayloadTooLarge = "payload_too_large";

    /// <summary>415: a body that is not JSON.</summary>
    public const string UnsupportedMediaType = "unsupported_media_type";

    /// <summary>414: a path and query over the limit.</summary>
    public const string UriTooLong = "uri_too_long";

    /// <summary>429: this caller asks too often.</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>431: headers over the limit.</summary>
    public const string HeadersTooLarge = "headers_too_large";

    /// <summary>500: our fault.</summary>
    public const string InternalError = "internal_error";

    /// <summary>502: the side behind is down or answers nonsense.</summary>
    public const string UpstreamUnavailable = "upstream_unavailable";

    /// <summary>503: more callers at once than a service takes on; asking again helps.</summary>
    public const string Overloaded = "overloaded";

    /// <summary>503: the exchange's limit is reached; waiting helps.</summary>
    public const string UpstreamRateLimited = "upstream_rate_limited";

    /// <summary>503: the exchange does not serve this location.</summary>
    public const string UpstreamRestrictedLocation = "upstream_restricted_location";

    /// <summary>504: the side behind took too long.</summary>
    public const string UpstreamTimeout = "upstream_timeout";

    /// <summary>The name of an error that only its status is known of.</summary>
    /// <param name="status">HTTP status, 400 or above.</param>
    /// <returns>One of the names above.</returns>
    public static string OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Unauthorized,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => PayloadTooLarge,
        StatusCodes.Status414UriTooLong => UriTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => RateLimited,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HeadersTooLarge,
        StatusCodes.Status502BadGateway => UpstreamUnavailable,
        StatusCodes.Status504GatewayTimeout => UpstreamTimeout,
        < StatusCodes.Status500InternalServerError => InvalidRequest,
        _ => InternalError,
    };
}
