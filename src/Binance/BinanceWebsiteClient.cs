using System.Globalization;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance;

/// <summary>What Binance's website tells without a key and its documented API only with one. Every method throws <see cref="BinanceException"/>
/// when there is no data, and <see cref="OperationCanceledException"/> only when the caller cancels.</summary>
public sealed class BinanceWebsiteClient
{
    private readonly BinanceHttp _http;

    /// <summary>Made by the client factory.</summary>
    /// <param name="http">Client with the website as its base address.</param>
    /// <param name="status">Where outcomes are noted.</param>
    /// <param name="clock">The clock that waits are measured by.</param>
    public BinanceWebsiteClient(HttpClient http, ExchangeStatus status, TimeProvider clock) => _http = new BinanceHttp(http, status, clock);

    /// <summary>Margin brackets of every contract, about a megabyte.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The brackets as they came; empty where the exchange has none.</returns>
    public async Task<IReadOnlyList<SymbolBrackets?>> GetBracketsAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync(WebsiteEndpoints.Brackets, [], BinanceJsonContext.Default.RiskBracketAnswer, cancellationToken);
        if (answer.Code != RiskBracketAnswer.Success)
        {
            throw new BinanceException(BinanceErrorKind.Unavailable, WebsiteEndpoints.Brackets.Path, $"error {answer.Code ?? "without a code"}, {answer.Message ?? "no message"}")
            {
                Status = 200,
                Code = int.TryParse(answer.Code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null,
            };
        }

        return answer.Data?.Brackets is { } symbols
            ? [.. symbols.Select(symbol => symbol?.ToSymbolBrackets())]
            : throw new BinanceException(BinanceErrorKind.MalformedResponse, WebsiteEndpoints.Brackets.Path, "the answer has no brackets") { Status = 200 };
    }
}
