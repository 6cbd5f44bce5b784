using Microsoft.AspNetCore.Http;

namespace OmnipotentFutures.Hosting;

/// <summary>Tells browsers to make nothing of an answer but what it is. A header that the answer already has stays: through the gateway it is the service's.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    // Data is shown by nobody: not in a frame, and it loads and runs nothing.
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    // Swagger UI: its own scripts, styles and calls, and the icons that its style sheet carries as data. None of its scripts or styles is inline.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string ResourcePolicyName = "Cross-Origin-Resource-Policy";
    private const string ReferrerPolicyName = "Referrer-Policy";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an error page clears the headers that were set before it.
        context.Response.OnStarting(static state => Apply((HttpContext)state), context);
        return next(context);
    }

    private static Task Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(OpenApi.Path) ? PagePolicy : DataPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers[ReferrerPolicyName] = "no-referrer";
        headers[ResourcePolicyName] = "same-origin";
        return Task.CompletedTask;
    }
}
