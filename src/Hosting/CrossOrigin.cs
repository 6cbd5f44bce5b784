using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OmnipotentFutures.Hosting;

/// <summary>Lets pages of the configured origins call (CORS). Without any there is no policy, and browsers let no page of another origin read an answer.</summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public static void AddCrossOrigin(this IServiceCollection services)
    {
        services.AddChecked<CrossOriginOptions>(CrossOriginOptions.Section, options => options.Failures());
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<CrossOriginOptions>>((cors, settings) =>
        {
            if (settings.Value.List() is { Count: > 0 } origins)
            {
                cors.AddDefaultPolicy(policy => policy
                    .WithOrigins([.. origins])
                    .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
                    .AllowAnyHeader()
                    .WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, RequestIdMiddleware.HeaderName)
                    .SetPreflightMaxAge(PreflightAge));
            }
        });
    }
}
