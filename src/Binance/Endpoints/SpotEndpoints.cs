namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>The spot REST endpoints in use.</summary>
public static class SpotEndpoints
{
    private const string DocumentationRoot = "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/";

    /// <summary>Every listed pair.</summary>
    public static Endpoint ExchangeInfo { get; } = Weighted("/api/v3/exchangeInfo", CallCost.Flat(20), "general-endpoints#exchange-information");

    /// <summary>Price of the last trade.</summary>
    public static Endpoint TickerPrice { get; } = Weighted("/api/v3/ticker/price", CallCost.BySymbol(2, 4), "market-data-endpoints#symbol-price-ticker");

    /// <summary>Best bid and ask.</summary>
    public static Endpoint BookTicker { get; } = Weighted("/api/v3/ticker/bookTicker", CallCost.BySymbol(2, 4), "market-data-endpoints#symbol-order-book-ticker");

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<Endpoint> All { get; } = [ExchangeInfo, TickerPrice, BookTicker];

    private static Endpoint Weighted(string path, CallCost cost, string page) =>
        new() { Path = path, Scope = RateScope.SpotWeight, Cost = cost, Documentation = new Uri(DocumentationRoot + page) };
}
