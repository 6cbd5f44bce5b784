using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace OmnipotentFutures.Hosting;

/// <summary>Answers in Brotli or gzip, to those who ask.</summary>
public static class Compression
{
    /// <summary>Compresses a service's JSON. Not for one that passes on others' answers: whether those are compressed is theirs to say.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddServiceCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            compression.MimeTypes = [MediaTypeNames.Application.Json, MediaTypeNames.Application.ProblemJson];
            // The attacks on compression below TLS need a secret in the answer, and there is none.
            compression.EnableForHttps = true;
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

    internal static void UseServiceCompression(this WebApplication app)
    {
        if (app.Services.GetService<IResponseCompressionProvider>() is not null)
        {
            app.UseResponseCompression();
        }
    }
}
