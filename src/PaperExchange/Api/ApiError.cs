using System.Globalization;
using System.Net;
using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>An error in Binance's words. Its codes are listed at
/// <see href="https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code"/>.</summary>
/// <param name="Code">Binance's code.</param>
/// <param name="Message">Binance's message.</param>
/// <param name="Status">HTTP status.</param>
internal sealed record ApiError(int Code, string Message, int Status = StatusCodes.Status400BadRequest)
{
    public static ApiError InvalidSymbol { get; } = new(-1121, "Invalid symbol.");

    public static ApiError InvalidInterval { get; } = new(-1120, "Invalid interval.");

    public static ApiError InvalidPair { get; } = new(-4144, "Invalid pair");

    public static ApiError InvalidContractType { get; } = new(-4104, "Invalid contract type");

    public static ApiError InvalidCombination { get; } = new(-1128, "Combination of optional parameters invalid.");

    public static ApiError NotTrading { get; } =
        new(-4108, "Symbol is on delivering or delivered or settling or closed or pre-trading.");

    public static ApiError Unknown { get; } =
        new(-1000, "An unknown error occurred while processing the request.", StatusCodes.Status500InternalServerError);

    public static ApiError Internal { get; } =
        new(-1001, "Internal error; unable to process your request. Please try again.", StatusCodes.Status503ServiceUnavailable);

    public static ApiError BackendTimeout { get; } = new(
        -1007,
        "Timeout waiting for response from backend server. Send status unknown; execution status unknown.",
        StatusCodes.Status408RequestTimeout);

    public static ApiError RestrictedLocation { get; } = new(
        0,
        "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms. Please contact customer service if you believe you received this message in error.",
        StatusCodes.Status451UnavailableForLegalReasons);

    public static ApiError NoKey { get; } = new(-2014, "API-key format invalid.", StatusCodes.Status401Unauthorized);

    public static ApiError Missing(string parameter) =>
        new(-1102, $"Mandatory parameter '{parameter}' was not sent, was empty/null, or malformed.");

    public static ApiError Empty(string parameter) => new(-1105, $"Parameter '{parameter}' was empty.");

    public static ApiError IllegalCharacters(string parameter, string legalRange) =>
        new(-1100, $"Illegal characters found in parameter '{parameter}'; legal range is '{legalRange}'.");

    /// <summary>A value out of range, in the words of the scope's own backend.</summary>
    public static ApiError OutOfRange(RateScope scope, string parameter) => new(
        -1130,
        scope is RateScope.FuturesData ? $"parameter '{parameter}' is invalid." : $"Data sent for parameter '{parameter}' is not valid.");

    public static ApiError TooManyRequests(IPAddress client, RateLimitRule rule)
    {
        var window = rule.Window == TimeSpan.FromMinutes(1)
            ? "minute"
            : string.Create(CultureInfo.InvariantCulture, $"{rule.Window.TotalMinutes} minutes");
        return new ApiError(
            -1003,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Too many requests; current limit of IP({client}) is {rule.Limit} requests per {window}. Please use the websocket for live updates to avoid polling the API."),
            StatusCodes.Status429TooManyRequests);
    }

    public static ApiError Banned(IPAddress client, DateTimeOffset until) => new(
        -1003,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Way too many requests; IP({client}) banned until {until.ToUnixTimeMilliseconds()}. Please use the websocket for live updates to avoid bans."),
        StatusCodes.Status418ImATeapot);

    /// <summary>Answers with this error.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="scope">Statistics write the message first, everything else the code.</param>
    public Task WriteAsync(HttpResponse response, RateScope scope = RateScope.FuturesWeight) =>
        JsonAnswer.WriteAsync(response, Status, json => Write(json, messageFirst: scope is RateScope.FuturesData));

    private void Write(Utf8JsonWriter json, bool messageFirst)
    {
        json.WriteStartObject();
        if (messageFirst)
        {
            json.WriteString("msg", Message);
        }

        json.WriteNumber("code", Code);
        if (!messageFirst)
        {
            json.WriteString("msg", Message);
        }

        json.WriteEndObject();
    }
}
