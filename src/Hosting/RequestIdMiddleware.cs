using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OmnipotentFutures.Hosting;

/// <summary>Gives every request an id that its caller, the log and the services behind share: <c>X-Request-ID</c>.
/// A caller's own id is kept when it is short and plain; otherwise the server's is used.</summary>
public sealed class RequestIdMiddleware(RequestDelegate next)
{
    /// <summary>Name of the header that carries the id.</summary>
    public const string HeaderName = "X-Request-ID";

    private const int MaxLength = 128;

    // An id goes into log lines and headers: anything beyond these characters could forge either.
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>Sets the request's id and echoes it.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The rest of the pipeline.</returns>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        var given = context.Request.Headers[HeaderName].ToString();
        if (IsPlain(given))
        {
            context.TraceIdentifier = given;
        }

        // At the last moment: an error page clears the headers that were set before it.
        context.Response.OnStarting(static state => Echo((HttpContext)state), context);
        return next(context);
    }

    private static Task Echo(HttpContext context)
    {
        context.Response.Headers[HeaderName] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private static bool IsPlain(string id) => id.Length is > 0 and <= MaxLength && !id.AsSpan().ContainsAnyExcept(Plain);
}
