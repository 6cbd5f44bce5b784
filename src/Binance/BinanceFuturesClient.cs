using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Http;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Binance.Queries;

namespace OmnipotentFutures.Binance;

/// <summary>Public market data of Binance USDⓈ-M futures. Histories come oldest first. Every method throws
/// <see cref="BinanceException"/> when there is no data, and <see cref="OperationCanceledException"/> only when the caller cancels.</summary>
public sealed class BinanceFuturesClient
{
    private readonly BinanceHttp _http;

    /// <summary>Made by the client factory.</summary>
    /// <param name="http">Client with the futures host as its base address.</param>
    /// <param name="status">Where outcomes are noted.</param>
    /// <param name="clock">The clock that waits are measured by.</param>
    public BinanceFuturesClient(HttpClient http, ExchangeStatus status, TimeProvider clock) => _http = new BinanceHttp(http, status, clock);

    /// <summary>The exchange's clock.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The time.</returns>
    public Task<ServerTime> GetTimeAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.Time, [], BinanceJsonContext.Default.ServerTime, cancellationToken);

    /// <summary>Everything that is listed, about a megabyte.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The list.</returns>
    public Task<ExchangeInfo> GetExchangeInfoAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.ExchangeInfo, [], BinanceJsonContext.Default.ExchangeInfo, cancellationToken);

    /// <summary>Mark price, index price and running funding estimate of a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reading.</returns>
    public Task<PremiumIndex> GetPremiumIndexAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.PremiumIndex, [("symbol", symbol)], BinanceJsonContext.Default.PremiumIndex, cancellationToken);

    /// <summary>The same of every contract.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The readings.</returns>
    public Task<PremiumIndex[]> GetPremiumIndexesAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.PremiumIndex, [], BinanceJsonContext.Default.PremiumIndexArray, cancellationToken);

    /// <summary>Settled funding rates of a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="range">Which settlements.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Settlements, oldest first.</returns>
    public async Task<FundingRate[]> GetFundingRatesAsync(string symbol, HistoryRange range, CancellationToken cancellationToken)
    {
        var rates = await _http.GetAsync(
            FuturesEndpoints.FundingRate,
            [("symbol", symbol), .. BinanceHttp.Parameters(FuturesEndpoints.FundingRate, range)],
            BinanceJsonContext.Default.FundingRateArray,
            cancellationToken);
        return Sorted(rates, rate => rate.FundingTime);
    }

    /// <summary>Funding rules of every contract that has rules of its own.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rules.</returns>
    public Task<FundingInfo[]> GetFundingInfoAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.FundingInfo, [], BinanceJsonContext.Default.FundingInfoArray, cancellationToken);

    /// <summary>Open interest of a contract now. Fails with <see cref="BinanceErrorKind.SymbolNotTrading"/> for one that settles.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reading.</returns>
    public Task<OpenInterest> GetOpenInterestAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.OpenInterest, [("symbol", symbol)], BinanceJsonContext.Default.OpenInterest, cancellationToken);

    /// <summary>Open interest of the last month at most.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first; empty where Binance keeps none.</returns>
    public Task<OpenInterestPoint[]> GetOpenInterestHistoryAsync(
        string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetStatisticsAsync(FuturesEndpoints.OpenInterestHistory, symbol, period, range, BinanceJsonContext.Default.OpenInterestPointArray, point => point.Timestamp, cancellationToken);

    /// <summary>Long/short ratio over all accounts, last 30 days at most.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first; empty where Binance keeps none.</returns>
    public Task<LongShortRatio[]> GetGlobalLongShortAccountRatioAsync(
        string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetRatiosAsync(FuturesEndpoints.GlobalLongShortAccountRatio, symbol, period, range, cancellationToken);

    /// <summary>Long/short ratio of the top accounts' positions, last 30 days at most.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first; empty where Binance keeps none.</returns>
    public Task<LongShortRatio[]> GetTopLongShortPositionRatioAsync(
        string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetRatiosAsync(FuturesEndpoints.TopLongShortPositionRatio, symbol, period, range, cancellationToken);

    /// <summary>Long/short ratio over the top accounts, last 30 days at most.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first; empty where Binance keeps none.</returns>
    public Task<LongShortRatio[]> GetTopLongShortAccountRatioAsync(
        string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetRatiosAsync(FuturesEndpoints.TopLongShortAccountRatio, symbol, period, range, cancellationToken);

    /// <summary>Taker volumes, last 30 days at most.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first; empty where Binance keeps none.</returns>
    public Task<TakerVolume[]> GetTakerVolumesAsync(
        string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetStatisticsAsync(FuturesEndpoints.TakerLongShortRatio, symbol, period, range, BinanceJsonContext.Default.TakerVolumeArray, volume => volume.Timestamp, cancellationToken);

    /// <summary>Basis between a pair's contract and its index, last 30 days at most.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="contractType">PERPETUAL, CURRENT_QUARTER or NEXT_QUARTER.</param>
    /// <param name="period">Distance between readings.</param>
    /// <param name="range">Which readings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Readings, oldest first.</returns>
    public async Task<BasisPoint[]> GetBasisAsync(
        string pair, string contractType, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken)
    {
        var points = await _http.GetAsync(
            FuturesEndpoints.Basis,
            [("pair", pair), ("contractType", contractType), ("period", period.Name), .. BinanceHttp.Parameters(FuturesEndpoints.Basis, range)],
            BinanceJsonContext.Default.BasisPointArray,
            cancellationToken);
        return Sorted(points, point => point.Timestamp);
    }

    /// <summary>Bars of traded prices; the last one may be unfinished.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="range">Which bars, by open time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Bars, oldest first.</returns>
    public Task<Kline[]> GetKlinesAsync(string symbol, KlineInterval interval, HistoryRange range, CancellationToken cancellationToken) =>
        GetBarsAsync(FuturesEndpoints.Klines, ("symbol", symbol), interval, range, cancellationToken);

    /// <summary>Bars of the mark price; the last one may be unfinished.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="range">Which bars, by open time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Bars, oldest first. Volumes mean nothing.</returns>
    public Task<Kline[]> GetMarkPriceKlinesAsync(string symbol, KlineInterval interval, HistoryRange range, CancellationToken cancellationToken) =>
        GetBarsAsync(FuturesEndpoints.MarkPriceKlines, ("symbol", symbol), interval, range, cancellationToken);

    /// <summary>Bars of a pair's index price; the last one may be unfinished.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="range">Which bars, by open time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Bars, oldest first. Volumes mean nothing.</returns>
    public Task<Kline[]> GetIndexPriceKlinesAsync(string pair, KlineInterval interval, HistoryRange range, CancellationToken cancellationToken) =>
        GetBarsAsync(FuturesEndpoints.IndexPriceKlines, ("pair", pair), interval, range, cancellationToken);

    /// <summary>Bars of a perpetual's premium index, a fraction of the index price; the last one may be unfinished.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="range">Which bars, by open time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Bars, oldest first: their prices are fractions, their volumes mean nothing.</returns>
    public Task<Kline[]> GetPremiumIndexKlinesAsync(string symbol, KlineInterval interval, HistoryRange range, CancellationToken cancellationToken) =>
        GetBarsAsync(FuturesEndpoints.PremiumIndexKlines, ("symbol", symbol), interval, range, cancellationToken);

    /// <summary>Rolling 24-hour statistics of a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics.</returns>
    public Task<Ticker24h> GetTicker24hAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.Ticker24h, [("symbol", symbol)], BinanceJsonContext.Default.Ticker24h, cancellationToken);

    /// <summary>The same of every contract.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The statistics.</returns>
    public Task<Ticker24h[]> GetTickers24hAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.Ticker24h, [], BinanceJsonContext.Default.Ticker24hArray, cancellationToken);

    /// <summary>Best bid and ask of a contract.</summary>
    /// <param name="symbol">The contract.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reading.</returns>
    public Task<BookTicker> GetBookTickerAsync(string symbol, CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.BookTicker, [("symbol", symbol)], BinanceJsonContext.Default.BookTicker, cancellationToken);

    /// <summary>The same of every contract.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The readings.</returns>
    public Task<BookTicker[]> GetBookTickersAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(FuturesEndpoints.BookTicker, [], BinanceJsonContext.Default.BookTickerArray, cancellationToken);

    private async Task<Kline[]> GetBarsAsync(
        Endpoint endpoint, (string Name, string? Value) subject, KlineInterval interval, HistoryRange range, CancellationToken cancellationToken)
    {
        var bars = await _http.GetAsync(
            endpoint,
            [subject, ("interval", interval.Name), .. BinanceHttp.Parameters(endpoint, range)],
            BinanceJsonContext.Default.KlineArray,
            cancellationToken);
        return Sorted(bars, bar => bar.OpenTime);
    }

    private Task<LongShortRatio[]> GetRatiosAsync(Endpoint endpoint, string symbol, StatisticsPeriod period, HistoryRange range, CancellationToken cancellationToken) =>
        GetStatisticsAsync(endpoint, symbol, period, range, BinanceJsonContext.Default.LongShortRatioArray, ratio => ratio.Timestamp, cancellationToken);

    private async Task<T[]> GetStatisticsAsync<T>(
        Endpoint endpoint,
        string symbol,
        StatisticsPeriod period,
        HistoryRange range,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<T[]> type,
        Func<T, long> timeOf,
        CancellationToken cancellationToken)
    {
        var rows = await _http.GetAsync(
            endpoint,
            [("symbol", symbol), ("period", period.Name), .. BinanceHttp.Parameters(endpoint, range)],
            type,
            cancellationToken);
        return Sorted(rows, timeOf);
    }

    // Documented as ascending, yet answers with the newest row first have been recorded.
    private static T[] Sorted<T>(T[] rows, Func<T, long> timeOf)
    {
        Array.Sort(rows, (left, right) => timeOf(left).CompareTo(timeOf(right)));
        return rows;
    }
}
