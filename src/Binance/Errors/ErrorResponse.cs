using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Errors;

/// <summary>Reads Binance's error answers, which are JSON from the exchange and HTML or nothing from what stands in front of it.</summary>
internal static partial class ErrorResponse
{
    // The firewall does not say for how long; Binance's advice is to back off.
    private static readonly TimeSpan FirewallPause = TimeSpan.FromSeconds(30);

    // Binance's longest sentence has some 170 characters; whatever stands in between may send anything.
    private const int LongestMessage = 300;

    /// <summary>Whether the answer is no data: any status but 200. 202 is a firewall's challenge.</summary>
    public static bool IsError(HttpResponseMessage response) => response.StatusCode != HttpStatusCode.OK;

    /// <summary>Describes an error answer.</summary>
    /// <param name="path">The endpoint's path.</param>
    /// <param name="response">The answer.</param>
    /// <param name="now">Present time, to turn a ban's end into a wait.</param>
    /// <param name="cancellationToken">Cancels reading the body.</param>
    public static async Task<BinanceException> ReadAsync(string path, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Not as a string, which throws on a charset that nobody knows.
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var status = (int)response.StatusCode;
        var error = ParseBody(body);
        var kind = Classify(status, error?.Code);
        var message = error?.Message is { Length: > 0 } said ? $"HTTP {status}, {OneLine(said)}" : $"HTTP {status} without an error in JSON";
        return new BinanceException(kind, path, message)
        {
            Status = status,
            Code = error?.Code,
            RetryAfter = kind switch
            {
                BinanceErrorKind.RateLimited or BinanceErrorKind.Banned or BinanceErrorKind.Unavailable =>
                    Wait(response.Headers.RetryAfter, now) ?? BannedFor(body, now),
                BinanceErrorKind.Blocked => Wait(response.Headers.RetryAfter, now) ?? FirewallPause,
                _ => null,
            },
        };
    }

    // It goes into the log, where one failure is one line.
    private static string OneLine(string said) =>
        string.Concat(said.Take(LongestMessage).Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    private static BinanceErrorKind Classify(int status, int? code) => (status, code) switch
    {
        (418, _) => BinanceErrorKind.Banned,
        (429, _) => BinanceErrorKind.RateLimited,
        (451, _) => BinanceErrorKind.RestrictedLocation,
        (403 or 202, _) => BinanceErrorKind.Blocked,
        (408, _) => BinanceErrorKind.Timeout,
        (>= 500, _) => BinanceErrorKind.Unavailable,
        (_, -1121) => BinanceErrorKind.UnknownSymbol,
        (_, -4108) => BinanceErrorKind.SymbolNotTrading,
        (_, -1003) => BinanceErrorKind.RateLimited,
        (>= 400, _) => BinanceErrorKind.InvalidRequest,
        _ => BinanceErrorKind.MalformedResponse,
    };

    private static BinanceError? ParseBody(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BinanceJsonContext.Default.BinanceError);
        }
        catch (JsonException)
        {
            // A firewall's HTML page: the status says all there is.
            return null;
        }
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => Positive(date - now),
        _ => null,
    };

    private static TimeSpan? BannedFor(string body, DateTimeOffset now) =>
        BanEnd().Match(body) is { Success: true } match
            ? Positive(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) - now)
            : null;

    private static TimeSpan Positive(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    [GeneratedRegex(@"banned until (\d{13})\b", RegexOptions.IgnoreCase)]
    private static partial Regex BanEnd();
}
