using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace OmnipotentFutures.Gateway;

/// <summary>The dashboard: what the build of <c>src/Dashboard</c> left in the web root. It asks the gateway for its numbers like any other caller.</summary>
internal static class Dashboard
{
    private const string FrontPage = "index.html";
    private const string DocumentationPath = "/swagger";

    // The pages run and load what lies beside them, and nothing of it is inline. A picture of the chart is data or a blob.
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The name of such a file holds a hash of what is in it.
    private static readonly PathString HashedFiles = "/assets";

    /// <summary>Serves the dashboard at <c>/</c>; where none was built, <c>/</c> leads to the documentation.</summary>
    /// <param name="app">The gateway.</param>
    public static void UseDashboard(this WebApplication app)
    {
        if (!app.Environment.WebRootFileProvider.GetFileInfo(FrontPage).Exists)
        {
            app.MapGet("/", () => TypedResults.Redirect(DocumentationPath)).ExcludeFromDescription();
            return;
        }

        // What is passed on stays as the service sent it: only files are compressed.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), files => files
            .UseMiddleware<ResponseCompressionMiddleware>(CreateCompression(app.Services))
            .UseDefaultFiles(new DefaultFilesOptions { DefaultFileNames = [FrontPage] })
            .UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Describe }));
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Path.StartsWithSegments(HashedFiles) ? "public, max-age=31536000, immutable" : "no-cache";
        // Also without a body, where nothing is compressed.
        headers.Vary = HeaderNames.AcceptEncoding;
        if (file.Context.Response.ContentType == MediaTypeNames.Text.Html)
        {
            headers.ContentSecurityPolicy = PagePolicy;
        }
    }

    // Not among the services: UseServiceDefaults would compress every answer with it.
    private static ResponseCompressionProvider CreateCompression(IServiceProvider services)
    {
        var compression = new ResponseCompressionOptions
        {
            MimeTypes = [MediaTypeNames.Text.Html, MediaTypeNames.Text.Css, MediaTypeNames.Text.JavaScript, MediaTypeNames.Image.Svg],
            EnableForHttps = true,
        };
        compression.Providers.Add(new BrotliCompressionProvider(Options.Create(new BrotliCompressionProviderOptions { Level = CompressionLevel.Optimal })));
        compression.Providers.Add(new GzipCompressionProvider(Options.Create(new GzipCompressionProviderOptions { Level = CompressionLevel.Optimal })));
        return new ResponseCompressionProvider(services, Options.Create(compression));
    }
}
