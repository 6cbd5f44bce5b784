namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>The USDⓈ-M futures REST endpoints in use: path, scope, cost and page size of each.</summary>
public static class FuturesEndpoints
{
    private const string DocumentationRoot = "https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/";

    private static readonly PageSize StatisticsPage = new(30, 500);
    private static readonly PageSize KlinePage = new(500, 1500);

    /// <summary>Server time.</summary>
    public static Endpoint Time { get; } = Weighted("/fapi/v1/time", CallCost.Flat(1), "Check-Server-Time");

    /// <summary>Every listed contract. Ignores <c>symbol</c>.</summary>
    public static Endpoint ExchangeInfo { get; } = Weighted("/fapi/v1/exchangeInfo", CallCost.Flat(1), "Exchange-Information");

    /// <summary>Mark price, index price and running funding estimate.</summary>
    public static Endpoint PremiumIndex { get; } = Weighted("/fapi/v1/premiumIndex", CallCost.BySymbol(1, 10), "Mark-Price");

    /// <summary>Settled funding rates.</summary>
    public static Endpoint FundingRate { get; } = Funding("/fapi/v1/fundingRate", "Get-Funding-Rate-History", new PageSize(100, 1000));

    /// <summary>Funding interval, cap and floor of adjusted contracts. Ignores <c>symbol</c>.</summary>
    public static Endpoint FundingInfo { get; } = Funding("/fapi/v1/fundingInfo", "Get-Funding-Rate-Info", null);

    /// <summary>Present open interest.</summary>
    public static Endpoint OpenInterest { get; } = Weighted("/fapi/v1/openInterest", CallCost.Flat(1), "Open-Interest");

    /// <summary>Open interest history of the last month.</summary>
    public static Endpoint OpenInterestHistory { get; } = Statistics("/futures/data/openInterestHist", "Open-Interest-Statistics");

    /// <summary>Long/short ratio over all accounts.</summary>
    public static Endpoint GlobalLongShortAccountRatio { get; } = Statistics("/futures/data/globalLongShortAccountRatio", "Long-Short-Ratio");

    /// <summary>Long/short ratio of the top accounts' positions.</summary>
    public static Endpoint TopLongShortPositionRatio { get; } = Statistics("/futures/data/topLongShortPositionRatio", "Top-Trader-Long-Short-Ratio");

    /// <summary>Long/short ratio over the top accounts.</summary>
    public static Endpoint TopLongShortAccountRatio { get; } = Statistics("/futures/data/topLongShortAccountRatio", "Top-Long-Short-Account-Ratio");

    /// <summary>Taker buy and sell volume. The path is lower case.</summary>
    public static Endpoint TakerLongShortRatio { get; } = Statistics("/futures/data/takerlongshortRatio", "Taker-BuySell-Volume");

    /// <summary>Basis between a pair's contract and its index.</summary>
    public static Endpoint Basis { get; } = Statistics("/futures/data/basis", "Basis");

    /// <summary>Bars of traded prices.</summary>
    public static Endpoint Klines { get; } = Bars("/fapi/v1/klines", "Kline-Candlestick-Data");

    /// <summary>Bars of the mark price.</summary>
    public static Endpoint MarkPriceKlines { get; } = Bars("/fapi/v1/markPriceKlines", "Mark-Price-Kline-Candlestick-Data");

    /// <summary>Bars of a pair's index price.</summary>
    public static Endpoint IndexPriceKlines { get; } = Bars("/fapi/v1/indexPriceKlines", "Index-Price-Kline-Candlestick-Data");

    /// <summary>Bars of the premium index: what the funding rate is averaged from.</summary>
    public static Endpoint PremiumIndexKlines { get; } = Bars("/fapi/v1/premiumIndexKlines", "Premium-Index-Kline-Data");

    /// <summary>Rolling 24-hour statistics.</summary>
    public static Endpoint Ticker24h { get; } = Weighted("/fapi/v1/ticker/24hr", CallCost.BySymbol(1, 40), "24hr-Ticker-Price-Change-Statistics");

    /// <summary>Best bid and ask.</summary>
    public static Endpoint BookTicker { get; } = Weighted("/fapi/v1/ticker/bookTicker", CallCost.BySymbol(2, 5), "Symbol-Order-Book-Ticker");

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Time, ExchangeInfo, PremiumIndex, FundingRate, FundingInfo, OpenInterest, OpenInterestHistory, GlobalLongShortAccountRatio,
        TopLongShortPositionRatio, TopLongShortAccountRatio, TakerLongShortRatio, Basis, Klines, MarkPriceKlines, IndexPriceKlines, PremiumIndexKlines, Ticker24h, BookTicker,
    ];

    private static Endpoint Weighted(string path, CallCost cost, string page) =>
        new() { Path = path, Scope = RateScope.FuturesWeight, Cost = cost, Documentation = new Uri(DocumentationRoot + page) };

    private static Endpoint Bars(string path, string page) =>
        Weighted(path, CallCost.ByRows(KlinePage.Default), page) with { Page = KlinePage };

    private static Endpoint Statistics(string path, string page) =>
        new() { Path = path, Scope = RateScope.FuturesData, Cost = CallCost.Flat(1), Page = StatisticsPage, Documentation = new Uri(DocumentationRoot + page) };

    private static Endpoint Funding(string path, string page, PageSize? size) =>
        new() { Path = path, Scope = RateScope.FuturesFunding, Cost = CallCost.Flat(1), Page = size, Documentation = new Uri(DocumentationRoot + page) };
}
