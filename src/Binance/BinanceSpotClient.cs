using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance;

/// <summary>Public market data of Binance spot. Every method throws <see cref="BinanceException"/> when there is no data, and
/// <see cref="OperationCanceledException"/> only when the caller cancels.</summary>
public sealed class BinanceSpotClient
{
    private readonly BinanceHttp _http;

    /// <summary>Made by the client factory.</summary>
    /// <param name="http">Client with the spot host as its base address.</param>
    /// <param name="status">Where outcomes are noted.</param>
    /// <param name="clock">The clock that waits are measured by.</param>
    public BinanceSpotClient(HttpClient http, ExchangeStatus status, TimeProvider clock) => _http = new BinanceHttp(http, status, clock);

    /// <summary>Everything that is listed, several megabytes.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The list.</returns>
    public Task<SpotExchangeInfo> GetExchangeInfoAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(SpotEndpoints.ExchangeInfo, [], BinanceJsonContext.Default.SpotExchangeInfo, cancellationToken);

    /// <summary>Price of a pair's last trade.</summary>
    /// <param name="symbol">The pair.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The price.</returns>
    public Task<SpotPrice> GetPriceAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(SpotEndpoints.TickerPrice, [("symbol", symbol)], BinanceJsonContext.Default.SpotPrice, cancellationToken);

    /// <summary>The same of every pair.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The prices.</returns>
    public Task<SpotPrice[]> GetPricesAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(SpotEndpoints.TickerPrice, [], BinanceJsonContext.Default.SpotPriceArray, cancellationToken);

    /// <summary>Best bid and ask of a pair.</summary>
    /// <param name="symbol">The pair.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reading.</returns>
    public Task<BookTicker> GetBookTickerAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(SpotEndpoints.BookTicker, [("symbol", symbol)], BinanceJsonContext.Default.BookTicker, cancellationToken);

    /// <summary>The same of every pair.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The readings.</returns>
    public Task<BookTicker[]> GetBookTickersAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(SpotEndpoints.BookTicker, [], BinanceJsonContext.Default.BookTickerArray, cancellationToken);
}
