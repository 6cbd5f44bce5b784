using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using OmnipotentFutures.Gateway.Upstreams;

namespace OmnipotentFutures.Gateway.Forwarding;

/// <summary>Addresses of calls behind the gateway. What the caller encoded stays encoded as it was.</summary>
internal static class TargetAddress
{
    // Byte for byte: the usual rules would decode and shorten what the caller sent. Checked by Of instead.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The address of a path of a service.</summary>
    /// <param name="upstream">The service.</param>
    /// <param name="path">Encoded path that starts with a slash.</param>
    /// <param name="query">Encoded query that starts with a question mark, or nothing.</param>
    /// <returns>The address; null when the path climbs (<c>..</c>, also in disguise) or holds what no address may.</returns>
    public static Uri? Of(Upstream upstream, string path, string query)
    {
        var decoded = Uri.UnescapeDataString(path);
        var climbs = decoded.Split('/', '\\').Any(segment => segment is "." or "..");
        var printable = !path.AsSpan().ContainsAnyExceptInRange('!', '~') && !query.AsSpan().ContainsAnyExceptInRange('!', '~');
        // A web server refuses an encoded NUL before any of its routes can say why.
        return climbs || !printable || decoded.Contains('\0') ? null : new Uri(upstream.Address + path + query, Verbatim);
    }

    /// <summary>What follows <c>/api/{service}</c> in the caller's path, as the caller encoded it.</summary>
    public static string RestOfPath(HttpRequest request)
    {
        // The framework's own path is decoded; an encoded slash or percent sign could not be told from a real one.
        var raw = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? raw : raw[..query];
        var start = path.StartsWith('/') ? 0 : path.IndexOf('/', path.IndexOf("://", StringComparison.Ordinal) + "://".Length);
        var service = path.IndexOf('/', start + 1);
        return path[path.IndexOf('/', service + 1)..];
    }

    /// <summary>The caller's query without one of its parameters.</summary>
    public static string QueryWithout(HttpRequest request, string parameter)
    {
        var query = new StringBuilder();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (!pair.DecodeName().Span.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(pair.EncodedName).Append('=').Append(pair.EncodedValue);
            }
        }

        return query.ToString();
    }
}
