using System.Globalization;
using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using OmnipotentFutures.Analysis.Caching;

namespace OmnipotentFutures.Analysis.Answers;

/// <summary>An answer as it goes over the wire, made once and sent to all who ask while it holds: as bytes, with a tag by which a caller who has it
/// already is told so, and in the encodings that callers take.</summary>
public sealed class ReadyAnswer : IResult, IHasFootprint
{
    // The compressed forms together.
    private const double CompressedShare = 0.5;

    // Of 20 kB of JSON the fourth level makes a fifth less than the first, in a millisecond that is spent once.
    private const int BrotliQuality = 4;

    private static ReadOnlySpan<byte> Opening => """{"success":true,"data":"""u8;

    private static ReadOnlySpan<byte> Closing => "}"u8;

    private readonly string? _language;
    private readonly string? _fileName;
    private readonly string _vary;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    private ReadyAnswer(byte[] body, Range report, string contentType, string? language, string? fileName, string vary, DateTimeOffset freshUntil)
    {
        Body = body;
        Report = Body[report];
        ContentType = contentType;
        FreshUntil = freshUntil;
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        _language = language;
        _fileName = fileName;
        _vary = vary;
        _brotli = new(() => Compressed(body, stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = BrotliQuality })));
        _gzip = new(() => Compressed(body, stream => new GZipStream(stream, CompressionLevel.Fastest)));
    }

    /// <summary>The whole body, not compressed.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The report alone: what is <c>data</c> of a JSON answer.</summary>
    public ReadOnlyMemory<byte> Report { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Until when asking again gives the same, UTC.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>Strong entity tag of the plain form; the compressed ones add their coding's name.</summary>
    public string Tag { get; }

    /// <inheritdoc/>
    public long Footprint => (long)(Body.Length * (1 + CompressedShare));

    /// <summary>A report in one language.</summary>
    /// <param name="body">An <see cref="AnalysisResponse{TReport}"/> as JSON, UTF-8.</param>
    /// <param name="language">Code of its language.</param>
    /// <param name="freshUntil">Until when it holds, UTC.</param>
    /// <returns>The answer.</returns>
    public static ReadyAnswer Json(byte[] body, string language, DateTimeOffset freshUntil) => new(
        body,
        Opening.Length..^Closing.Length,
        $"{MediaTypeNames.Application.Json}; charset=utf-8",
        language,
        null,
        $"{HeaderNames.AcceptLanguage}, {HeaderNames.AcceptEncoding}",
        freshUntil);

    /// <summary>A file to download.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="fileName">The name it is offered under: letters, digits, hyphens and points.</param>
    /// <param name="freshUntil">Until when it holds, UTC.</param>
    /// <returns>The answer.</returns>
    public static ReadyAnswer File(byte[] body, string contentType, string fileName, DateTimeOffset freshUntil) =>
        new(body, .., contentType, null, fileName, HeaderNames.AcceptEncoding, freshUntil);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);

        var (request, response) = (httpContext.Request, httpContext.Response);
        var coding = ContentCoding.Choose(request.Headers.AcceptEncoding);
        var tag = coding is null ? Tag : $"{Tag[..^1]}-{coding}\"";
        var headers = response.Headers;
        headers.ETag = tag;
        headers.CacheControl = CacheControl(httpContext.RequestServices.GetRequiredService<TimeProvider>());
        headers.Vary = headers.Vary.Count == 0 ? _vary : StringValues.Concat(headers.Vary, _vary);
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = coding switch
        {
            ContentCoding.Brotli => _brotli.Value,
            ContentCoding.Gzip => _gzip.Value,
            _ => Body,
        };
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }

        if (_language is not null)
        {
            headers.ContentLanguage = _language;
        }

        if (_fileName is not null)
        {
            headers.ContentDisposition = $"attachment; filename={_fileName}";
        }

        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    // Private: who may ask is the gateway's business, and a shared cache would answer for it.
    private string CacheControl(TimeProvider clock) =>
        (FreshUntil - clock.GetUtcNow()).TotalSeconds is >= 1 and var seconds
            ? string.Create(CultureInfo.InvariantCulture, $"private, max-age={Math.Floor(seconds):0}")
            : "private, no-cache";

    // A weak comparison, as RFC 9110 section 13.1.2 wants it.
    private static bool Matches(StringValues known, string tag) =>
        EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Tag.Equals(tag, StringComparison.Ordinal));

    private static byte[] Compressed(byte[] plain, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream(plain.Length / 3);
        using (var stream = compress(compressed))
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }
}
