using System.Globalization;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>Reads query parameters strictly: one that is given must be right, and given once. Every method gives the fallback for one that is absent or
/// wrong; <see cref="Mistake"/> tells which.</summary>
public sealed class QueryParameters(HttpRequest request)
{
    /// <summary>The first mistake found; null as long as there is none. Its sentence says what is allowed and repeats nothing of the caller's.</summary>
    public ServiceError? Mistake { get; private set; }

    /// <summary>A name out of several.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">Its value; null when it is absent.</param>
    /// <param name="allowed">The names, two or more.</param>
    /// <param name="fallback">What an absent one means.</param>
    /// <returns>The name.</returns>
    public string Choice(string name, string? text, IReadOnlyList<string> allowed, string fallback) => Read(
        name,
        text,
        fallback,
        (string value, out string choice) => allowed.Contains(choice = value),
        $"is not one of ours: use {string.Join(", ", allowed.SkipLast(1))} or {allowed[^1]}.");

    /// <summary>A whole number.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">Its value; null when it is absent.</param>
    /// <param name="min">Least.</param>
    /// <param name="max">Greatest.</param>
    /// <param name="fallback">What an absent one means.</param>
    /// <returns>The number.</returns>
    public int WholeNumber(string name, string? text, int min, int max, int fallback) => Read(
        name,
        text,
        fallback,
        (string value, out int number) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= min && number <= max,
        $"is not a whole number {(max == int.MaxValue ? $"of {min} or more" : $"from {min} to {max}")}.");

    /// <summary>A number that is not negative, with a point and without an exponent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">Its value; null when it is absent.</param>
    /// <param name="fallback">What an absent one means.</param>
    /// <returns>The number.</returns>
    public decimal Amount(string name, string? text, decimal fallback) => Read(
        name,
        text,
        fallback,
        (string value, out decimal number) => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number),
        "is not a number of 0 or more, such as 1000000 or 0.5.");

    /// <summary>Notes a parameter that has no place in this request.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">Its value; null when it is absent, as it should be.</param>
    /// <param name="rule">Why it has none and what to do, as the rest of a sentence that its name begins.</param>
    public void Refuse(string name, string? text, string rule) => Mistake ??= text is null ? null : Invalid($"{name} {rule}");

    private T Read<T>(string name, string? text, T fallback, Parser<T> parse, string rule)
    {
        if (text is null)
        {
            return fallback;
        }

        if (request.Query[name].Count > 1)
        {
            Mistake ??= Invalid($"{name} is given more than once: give it once.");
            return fallback;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        Mistake ??= Invalid($"{name} {rule}");
        return fallback;
    }

    private static ServiceError Invalid(string sentence) => new(ErrorCodes.InvalidRequest, StatusCodes.Status400BadRequest, sentence);

    private delegate bool Parser<T>(string text, out T value);
}
