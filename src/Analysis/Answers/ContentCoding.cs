using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OmnipotentFutures.Analysis.Answers;

/// <summary>Chooses how an answer is compressed.</summary>
internal static class ContentCoding
{
    /// <summary>Brotli, the smaller and the first choice.</summary>
    public const string Brotli = "br";

    /// <summary>Gzip, which everybody knows.</summary>
    public const string Gzip = "gzip";

    /// <summary>The best coding that a caller takes; null for none.</summary>
    /// <param name="accepted">The caller's <c>Accept-Encoding</c>.</param>
    public static string? Choose(StringValues accepted)
    {
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var codings))
        {
            return null;
        }

        // Ours is the choice among those that are equally welcome (RFC 9110 section 12.5.3).
        var (brotli, gzip) = (QualityOf(codings, Brotli), QualityOf(codings, Gzip));
        return (brotli, gzip) switch
        {
            ( <= 0, <= 0) => null,
            _ => brotli >= gzip ? Brotli : Gzip,
        };
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> codings, string name) =>
        (codings.FirstOrDefault(coding => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? codings.FirstOrDefault(coding => coding.Value.Equals("*", StringComparison.Ordinal))) is { } named
            ? named.Quality ?? 1
            : 0;
}
