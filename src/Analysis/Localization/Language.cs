using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis.Localization;

/// <summary>Language of the texts for people. Machine fields are the same in both.</summary>
public enum Language
{
    /// <summary>Turkish, the default.</summary>
    Turkish,

    /// <summary>English.</summary>
    English,
}

/// <summary>Finds out which language a caller wants.</summary>
public static class LanguageNegotiation
{
    /// <summary>What a caller is told whose <c>?lang=</c> names a language that there is not.</summary>
    public static ServiceError Unknown { get; } = new(
        ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, "lang is not a language of ours: use tr or en.");

    /// <summary>Language's code in headers and in <c>?lang=</c>.</summary>
    /// <param name="language">The language.</param>
    /// <returns><c>tr</c> or <c>en</c>.</returns>
    public static string Code(this Language language) => language == Language.English ? "en" : "tr";

    /// <summary>Reads <c>?lang=</c>, else <c>Accept-Language</c>, else Turkish.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The language, or null when <c>?lang=</c> names one that there is not.</returns>
    public static Language? Negotiate(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        return request.Query["lang"].ToString() is { Length: > 0 } asked
            ? Parse(asked)
            : request.GetTypedHeaders().AcceptLanguage
                .Where(value => value.Quality != 0)
                .OrderByDescending(value => value.Quality ?? 1)
                .Select(value => Parse(value.Value.ToString()))
                .FirstOrDefault(language => language is not null) ?? Language.Turkish;
    }

    /// <summary>Says which language an answer is in, and that it depends on the request's headers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="language">The language.</param>
    public static void SetLanguage(this HttpContext context, Language language)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.ContentLanguage = language.Code();
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static Language? Parse(string code) => code.Split('-')[0].ToUpperInvariant() switch
    {
        "TR" => Language.Turkish,
        "EN" => Language.English,
        _ => null,
    };
}
