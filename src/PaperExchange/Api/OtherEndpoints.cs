using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Endpoints that third parties' Binance clients call and ours do not: what is missing in <see cref="FuturesEndpoints"/> and
/// <see cref="SpotEndpoints"/>.</summary>
internal static class OtherEndpoints
{
    private const string FuturesRoot = "https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/";
    private const string SpotRoot = "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/";

    public static Endpoint Ping { get; } = Futures("/fapi/v1/ping", CallCost.Flat(1), "Test-Connectivity");

    public static Endpoint LeverageBracket { get; } = new()
    {
        Path = "/fapi/v1/leverageBracket",
        Scope = RateScope.FuturesWeight,
        Cost = CallCost.Flat(1),
        Documentation = new Uri("https://developers.binance.com/docs/derivatives/usds-margined-futures/account/rest-api/Notional-and-Leverage-Brackets"),
    };

    public static Endpoint TickerPrice { get; } = Futures("/fapi/v1/ticker/price", CallCost.BySymbol(1, 2), "Symbol-Price-Ticker");

    public static Endpoint TickerPriceV2 { get; } = Futures("/fapi/v2/ticker/price", CallCost.BySymbol(1, 2), "Symbol-Price-Ticker-v2");

    public static Endpoint SpotPing { get; } = Spot("/api/v3/ping", "general-endpoints#test-connectivity");

    public static Endpoint SpotTime { get; } = Spot("/api/v3/time", "general-endpoints#check-server-time");

    private static Endpoint Futures(string path, CallCost cost, string page) =>
        new() { Path = path, Scope = RateScope.FuturesWeight, Cost = cost, Documentation = new Uri(FuturesRoot + page) };

    private static Endpoint Spot(string path, string page) =>
        new() { Path = path, Scope = RateScope.SpotWeight, Cost = CallCost.Flat(1), Documentation = new Uri(SpotRoot + page) };
}
