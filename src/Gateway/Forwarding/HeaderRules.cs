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

    private static readonly string[] HopByHop =
    [
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
        HeaderNames.Upgrade,
    ];

    // Besides those, written by the gateway itself. A caller's own X-Forwarded-* could claim any address; ASPNETCORE_FORWARDEDHEADERS_ENABLED
    // makes the framework believe a proxy in front, and then the values written here are that proxy's.
    // Expect is answered here, when the body is read. Content-Length belongs to the body. Which pages may call is settled here: a service that
    // saw the Origin could answer a second time.
    private static readonly FrozenSet<string> EndsInRequest = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            .. HopByHop,
            HeaderNames.ContentLength,
            HeaderNames.Expect,
            "Forwarded",
            HeaderNames.Host,
            HeaderNames.Origin,
            ForwardedFor,
            ForwardedHost,
            ForwardedProto,
            RequestIdMiddleware.HeaderName,
        ]);

    private static readonly FrozenSet<string> Credentials = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, HeaderNames.Authorization, ApiKeyMiddleware.HeaderName);

    // The request id stays the one that the caller was already told.
    private static readonly FrozenSet<string> EndsInResponse = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, [.. HopByHop, RequestIdMiddleware.HeaderName]);

    // Written from the current activity, whose parent the caller's were: the trace goes on, with the gateway as a step of it.
    private static readonly FrozenSet<string> TraceContext =
        DistributedContextPropagator.Current.Fields.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the outgoing request the caller's headers and the gateway's own.</summary>
    /// <param name="from">The caller's request.</param>
    /// <param name="to">The request to the service, its body already there.</param>
    /// <param name="withCredentials">Whether the caller's key or token is for the service; otherwise it was for the gateway and ends here.</param>
    public static void CopyRequest(HttpRequest from, HttpRequestMessage to, bool withCredentials)
    {
        // Kestrel shortens a Connection that also says close, keep-alive or upgrade to that word: names beside it cannot be known here.
        var named = NamedByConnection(from.Headers.Connection);
        var step = Activity.Current;
        foreach (var (name, values) in from.Headers)
        {
            if (name.StartsWith(':') || EndsInRequest.Contains(name) || (step is not null && TraceContext.Contains(name))
                || (!withCredentials && Credentials.Contains(name)) || named?.Contains(name) is true)
            {
                continue;
            }

            if (!TryAdd(to.Headers, name, values) && to.Content is { } content)
            {
                TryAdd(content.Headers, name, values);
            }
        }

        DistributedContextPropagator.Current.Inject(step, to.Headers, static (headers, name, value) => ((HttpHeaders)headers!).TryAddWithoutValidation(name, value));
        var context = from.HttpContext;
        if (context.Connection.RemoteIpAddress is { } caller)
        {
            to.Headers.TryAddWithoutValidation(ForwardedFor, (caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller).ToString());
        }

        to.Headers.TryAddWithoutValidation(ForwardedHost, from.Host.Value);
        to.Headers.TryAddWithoutValidation(ForwardedProto, from.Scheme);
        to.Headers.TryAddWithoutValidation(RequestIdMiddleware.HeaderName, context.TraceIdentifier);
    }

    /// <summary>Gives the answer the service's headers.</summary>
    public static void CopyResponse(HttpResponseMessage from, HttpResponse to)
    {
        var headers = from.Headers.NonValidated;
        var named = headers.TryGetValues(HeaderNames.Connection, out var connection) ? NamedByConnection(Values(connection)) : null;
        Copy(headers, named, to.Headers);
        Copy(from.Content.Headers.NonValidated, named, to.Headers);
        if (headers.Contains(HeaderNames.TransferEncoding))
        {
            // Where both are sent, the length is a lie that another reader might believe (RFC 9112 section 6.3).
            to.Headers.Remove(HeaderNames.ContentLength);
        }
    }

    private static void Copy(HttpHeadersNonValidated from, HashSet<string>? named, IHeaderDictionary to)
    {
        foreach (var (name, values) in from)
        {
            if (!name.StartsWith(':') && !EndsInResponse.Contains(name) && named?.Contains(name) is not true)
            {
                to[name] = Values(values);
            }
        }
    }

    private static bool TryAdd(HttpHeaders to, string name, StringValues values) => values.Count == 1
        ? to.TryAddWithoutValidation(name, values[0])
        : to.TryAddWithoutValidation(name, values.AsEnumerable());

    private static StringValues Values(HeaderStringValues values) => values.Count == 1 ? values.ToString() : values.ToArray();

    // Nearly always nothing, or the word of the connection itself, which is no header's name.
    private static HashSet<string>? NamedByConnection(StringValues values) => values is [] or ["keep-alive" or "close"]
        ? null
        : values
            .SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
