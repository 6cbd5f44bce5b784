using System.Collections.Frozen;
using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OmnipotentFutures.Hosting;

namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>Which headers cross the gateway. Those of one connection end here (RFC 9110 section 7.6.1), and so do those that
/// <c>Connection</c> names; everything else passes as it is.</summary>
internal static class HeaderRules
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const string ForwardedHost = "X-Forwarded-Host";
    private const string ForwardedProto = "X-Forwarded-Proto";

    private static readonly FrozenSet<string> HopByHop = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        HeaderNames.AltSvc,
        HeaderNames.Connection,
        "HTTP2-Settings",
        HeaderNames.KeepAlive,
        HeaderNames.ProxyAuthenticate,
        "Proxy-Authentication-Info",
        HeaderNames.ProxyAuthorization,
        HeaderNames.ProxyConnection,
        HeaderNames.TE,
        HeaderNames.Trailer,
        HeaderNames.TransferEncoding,
        HeaderNames.Upgrade);

    // Written by the gateway itself. A caller's own X-Forwarded-* could claim any address; ASPNETCORE_FORWARDEDHEADERS_ENABLED
    // makes the framework believe a proxy in front, and then the values written here are that proxy's.
    // Expect is answered here, when the body is read. Content-Length belongs to the body.
    private static readonly FrozenSet<string> ReplacedInRequest = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            HeaderNames.ContentLength,
            HeaderNames.Expect,
            "Forwarded",
            HeaderNames.Host,
            ForwardedFor,
            ForwardedHost,
            ForwardedProto,
            RequestIdMiddleware.HeaderName,
        ]);

    // The handler writes these from the current activity, whose parent the caller's were: the trace goes on, with the gateway as a step of it.
    private static readonly FrozenSet<string> TraceContext =
        DistributedContextPropagator.Current.Fields.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the outgoing request the caller's headers and the gateway's own.</summary>
    public static void CopyRequest(HttpRequest from, HttpRequestMessage to)
    {
        // Kestrel shortens a Connection that also says close, keep-alive or upgrade to that word: names beside it cannot be known here.
        var named = NamedByConnection(from.Headers.Connection);
        foreach (var (name, values) in from.Headers)
        {
            if (EndsHere(name, named) || ReplacedInRequest.Contains(name) || (TraceContext.Contains(name) && Activity.Current is not null))
            {
                continue;
            }

            if (!to.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        var context = from.HttpContext;
        if (context.Connection.RemoteIpAddress is { } caller)
        {
            to.Headers.TryAddWithoutValidation(ForwardedFor, (caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller).ToString());
        }

        to.Headers.TryAddWithoutValidation(ForwardedHost, from.Host.Value);
        to.Headers.TryAddWithoutValidation(ForwardedProto, from.Scheme);
        to.Headers.TryAddWithoutValidation(RequestIdMiddleware.HeaderName, context.TraceIdentifier);
    }

    /// <summary>Gives the answer the service's headers. The request id stays the one that the caller was already told.</summary>
    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        var headers = from.Headers.NonValidated;
        var named = NamedByConnection(headers.TryGetValues(HeaderNames.Connection, out var connection) ? connection.ToArray() : []);
        // Where both are sent, the length is a lie that another reader might believe (RFC 9112 section 6.3).
        var chunked = headers.Contains(HeaderNames.TransferEncoding);
        foreach (var (name, values) in Enumerable.Concat<KeyValuePair<string, HeaderStringValues>>(headers, from.Content.Headers.NonValidated))
        {
            var misleading = chunked && name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase);
            if (!misleading && !EndsHere(name, named) && !name.Equals(RequestIdMiddleware.HeaderName, StringComparison.OrdinalIgnoreCase))
            {
                to.Headers[name] = values.ToArray();
            }
        }
    }

    private static bool EndsHere(string name, HashSet<string> namedByConnection) =>
        name.StartsWith(':') || HopByHop.Contains(name) || namedByConnection.Contains(name);

    private static HashSet<string> NamedByConnection(StringValues values) => values
        .SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
