using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Queries;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace OmnipotentFutures.Binance.Http;

/// <summary>Sends a request and turns whatever comes of it into data or a <see cref="BinanceException"/>.</summary>
internal sealed class BinanceHttp(HttpClient http, ExchangeStatus status, TimeProvider clock)
{
    /// <summary>Gets data.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="parameters">Query parameters; those without a value are left out.</param>
    /// <param name="type">JSON metadata of the answer.</param>
    /// <param name="cancellationToken">The caller's cancellation, which alone passes as such.</param>
    /// <exception cref="BinanceException">There is no data.</exception>
    public async Task<T> GetAsync<T>(
        Endpoint endpoint, IEnumerable<(string Name, string? Value)> parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            var data = await SendAsync(endpoint, [.. parameters.Where(parameter => parameter.Value is not null)], type, cancellationToken);
            Note(endpoint, status => status.Succeeded());
            return data;
        }
        catch (Exception failure) when (Describe(endpoint.Path, failure) is { } described)
        {
            // Whatever else failed at that moment, a caller that has cancelled is told so.
            cancellationToken.ThrowIfCancellationRequested();
            Note(endpoint, status => status.Failed(described));
            if (ReferenceEquals(described, failure))
            {
                throw;
            }

            throw described;
        }
    }

    /// <summary>The parameters of a history range, checked against the endpoint's page size.</summary>
    public static IEnumerable<(string Name, string? Value)> Parameters(Endpoint endpoint, HistoryRange range)
    {
        if (range.Limit is { } limit && (limit < 1 || limit > endpoint.Page!.Max))
        {
            throw new ArgumentOutOfRangeException(nameof(range), limit, $"{endpoint.Path} takes a limit of 1 to {endpoint.Page!.Max}.");
        }

        return
        [
            ("limit", range.Limit?.ToString(CultureInfo.InvariantCulture)),
            ("startTime", range.StartTime?.ToString(CultureInfo.InvariantCulture)),
            ("endTime", range.EndTime?.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    // Of the main futures endpoints alone: nothing can be analysed without them, while the others can be refused or down by themselves.
    private void Note(Endpoint endpoint, Action<ExchangeStatus> outcome)
    {
        if (endpoint.Scope == RateScope.FuturesWeight)
        {
            outcome(status);
        }
    }

    private async Task<T> SendAsync<T>(
        Endpoint endpoint, IReadOnlyList<(string Name, string? Value)> parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, RelativeUrl(endpoint, parameters));
        new BinanceCall(endpoint, CostOf(endpoint, parameters), Refreshing.IsActive).AttachTo(request);

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (ErrorResponse.IsError(response))
        {
            throw await ErrorResponse.ReadAsync(endpoint.Path, response, clock.GetUtcNow(), cancellationToken);
        }

        // Whole before it is parsed: a parser that stops and goes on with every packet takes half as much time again.
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var data = JsonSerializer.Deserialize(body, type)
            ?? throw new JsonException("The answer is null.");
        return data is object?[] rows && rows.Contains(null) ? throw new JsonException("A row is null.") : data;
    }

    private static int CostOf(Endpoint endpoint, IReadOnlyList<(string Name, string? Value)> parameters)
    {
        var limit = parameters.FirstOrDefault(parameter => parameter.Name == "limit").Value;
        return endpoint.Cost.Of(
            parameters.Any(parameter => parameter.Name == "symbol"),
            limit is null ? null : int.Parse(limit, CultureInfo.InvariantCulture));
    }

    private static Uri RelativeUrl(Endpoint endpoint, IReadOnlyList<(string Name, string? Value)> parameters)
    {
        var url = new StringBuilder(endpoint.Path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value!));
            separator = '&';
        }

        return new Uri(url.ToString(), UriKind.Relative);
    }

    private static BinanceException? Describe(string path, Exception failure) => failure switch
    {
        BinanceException known => known,
        JsonException or InvalidDataException => new(BinanceErrorKind.MalformedResponse, path, "the answer is not the JSON that Binance documents", failure),
        TimeoutRejectedException or OperationCanceledException => new(BinanceErrorKind.Timeout, path, "no answer in time", failure),
        BrokenCircuitException broken => new(BinanceErrorKind.Unavailable, path, "recent calls failed, so none is made for a moment", failure)
        {
            IsHeldBack = true,
            RetryAfter = broken.RetryAfter,
        },
        RateLimiterRejectedException => new(BinanceErrorKind.RateLimited, path, "not sent, too many calls of ours are waiting for their turn", failure),
        HttpRequestException or IOException => new(BinanceErrorKind.Unavailable, path, failure.Message, failure),
        _ => null,
    };
}
