using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Gateway;

/// <summary>Lets nobody without <see cref="GatewayOptions.ApiKey"/> through to the services. Health and the gateway's own pages stay open.</summary>
internal sealed class ApiKeyMiddleware(RequestDelegate next, IOptions<GatewayOptions> options)
{
    /// <summary>Header that carries the key; the other is <c>Authorization: Bearer</c>.</summary>
    public const string HeaderName = "X-Api-Key";

    private const string Scheme = "Bearer ";

    private readonly byte[]? _expected = options.Value.ApiKey is { Length: > 0 } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;

    public Task InvokeAsync(HttpContext context) =>
        _expected is null || !context.Request.Path.StartsWithSegments("/api") || IsKnown(context.Request.Headers) ? next(context) : RefuseAsync(context);

    private bool IsKnown(IHeaderDictionary headers) =>
        IsKey(headers[HeaderName].ToString())
        || (headers.Authorization.ToString() is var given && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsKey(given[Scheme.Length..].Trim()));

    // Hashes are of one length and take the same time to compare wherever they differ: neither tells anything of the key.
    private bool IsKey(string given) =>
        given.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _expected);

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"Omnipotent Futures\"";
        return new ServiceError(
            ErrorCodes.Unauthorized,
            StatusCodes.Status401Unauthorized,
            $"This gateway asks for a key: send it as {HeaderName} or as Authorization: Bearer.").ToProblem(context).ExecuteAsync(context);
    }
}
