using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.RateLimits;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Futures server time and the list of contracts.</summary>
internal static class ExchangeInfoEndpoints
{
    // Binance gives every contract these same two figures, whatever its brackets are.
    private const string MaintMarginPercent = "2.5000";
    private const string RequiredMarginPercent = "5.0000";

    private static readonly string[] OrderTypes = ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"];
    private static readonly string[] TimesInForce = ["GTC", "IOC", "FOK", "GTX", "GTD"];
    private static readonly string[] PermissionSets = ["GRID", "COPY", "DCA", "PSB"];

    public static void MapExchangeInfo(this IEndpointRouteBuilder routes, RateLimitOptions limits)
    {
        routes.MapExchange(OtherEndpoints.Ping, "Answers when it is there", _ => WriteNothing);
        routes.MapExchange(FuturesEndpoints.Time, "Server time", WriteTime);
        routes.MapExchange(FuturesEndpoints.ExchangeInfo, "Every listed contract; ignores symbol", call => ExchangeInfo(call, limits));
    }

    public static void WriteNothing(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteEndObject();
    }

    public static Action<Utf8JsonWriter> WriteTime(ExchangeCall call) => json =>
    {
        json.WriteStartObject();
        json.WriteNumber("serverTime", call.Now);
        json.WriteEndObject();
    };

    public static void WriteRateLimit(Utf8JsonWriter json, string type, string interval, int intervals, int limit)
    {
        json.WriteStartObject();
        json.WriteString("rateLimitType", type);
        json.WriteString("interval", interval);
        json.WriteNumber("intervalNum", intervals);
        json.WriteNumber("limit", limit);
        json.WriteEndObject();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static Action<Utf8JsonWriter> ExchangeInfo(ExchangeCall call, RateLimitOptions limits) => json =>
    {
        var instruments = call.Listed.Select(market => market.Instrument).ToList();
        json.WriteStartObject();
        json.WriteString("timezone", "UTC");
        json.WriteNumber("serverTime", call.Now);
        json.WriteString("futuresType", "U_MARGINED");
        json.WriteStartArray("rateLimits");
        WriteRateLimit(json, "REQUEST_WEIGHT", "MINUTE", 1, limits.Rules[RateScope.FuturesWeight].Limit);
        WriteRateLimit(json, "ORDERS", "MINUTE", 1, 1200);
        WriteRateLimit(json, "ORDERS", "SECOND", 10, 300);
        json.WriteEndArray();
        json.WriteStrings("exchangeFilters", []);
        json.WriteStartArray("assets");
        foreach (var asset in instruments.Select(instrument => instrument.QuoteAsset).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("asset", asset);
            json.WriteBoolean("marginAvailable", true);
            json.WriteNull("autoAssetExchange");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("symbols");
        foreach (var instrument in instruments)
        {
            Write(json, instrument);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    };

    private static void Write(Utf8JsonWriter json, Instrument instrument)
    {
        json.WriteStartObject();
        json.WriteString("symbol", instrument.Symbol);
        json.WriteString("pair", instrument.Pair);
        json.WriteString("contractType", instrument.ContractType);
        json.WriteNumber("deliveryDate", instrument.DeliveryDate);
        json.WriteNumber("onboardDate", instrument.OnboardDate);
        json.WriteString("status", instrument.Status);
        json.WriteString("maintMarginPercent", MaintMarginPercent);
        json.WriteString("requiredMarginPercent", RequiredMarginPercent);
        json.WriteString("baseAsset", instrument.BaseAsset);
        json.WriteString("quoteAsset", instrument.QuoteAsset);
        json.WriteString("marginAsset", instrument.QuoteAsset);
        json.WriteNumber("pricePrecision", instrument.PriceDecimals());
        json.WriteNumber("quantityPrecision", instrument.QuantityDecimals());
        json.WriteNumber("baseAssetPrecision", 8);
        json.WriteNumber("quotePrecision", 8);
        json.WriteString("underlyingType", instrument.UnderlyingType);
        json.WriteStrings("underlyingSubType", []);
        json.WriteString("triggerProtect", "0.0500");
        json.WriteString("liquidationFee", "0.012500");
        json.WriteString("marketTakeBound", "0.05");
        json.WriteNumber("maxMoveOrderLimit", 10000);
        WriteFilters(json, instrument);
        json.WriteStrings("orderTypes", OrderTypes);
        json.WriteStrings("timeInForce", TimesInForce);
        json.WriteStrings("permissionSets", PermissionSets);
        json.WriteEndObject();
    }

    // As on the wire: filterType is not the first property of a filter.
    private static void WriteFilters(Utf8JsonWriter json, Instrument instrument)
    {
        var (tick, step) = (instrument.TickSize, instrument.StepSize);
        var (price, quantity) = (instrument.PriceDecimals(), instrument.QuantityDecimals());
        json.WriteStartArray("filters");

        json.WriteStartObject();
        json.WriteDecimal("minPrice", tick, price);
        json.WriteDecimal("tickSize", tick, price);
        json.WriteString("filterType", "PRICE_FILTER");
        json.WriteDecimal("maxPrice", tick * 100_000_000, price);
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteDecimal("minQty", step, quantity);
        json.WriteString("filterType", "LOT_SIZE");
        json.WriteDecimal("stepSize", step, quantity);
        json.WriteDecimal("maxQty", step * 1_000_000, quantity);
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteDecimal("stepSize", step, quantity);
        json.WriteDecimal("maxQty", step * 100_000, quantity);
        json.WriteString("filterType", "MARKET_LOT_SIZE");
        json.WriteDecimal("minQty", step, quantity);
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteString("filterType", "MAX_NUM_ORDERS");
        json.WriteNumber("limit", 200);
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteString("notional", "5");
        json.WriteString("filterType", "MIN_NOTIONAL");
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteString("multiplierDown", "0.9500");
        json.WriteString("multiplierDecimal", "4");
        json.WriteString("filterType", "PERCENT_PRICE");
        json.WriteString("multiplierUp", "1.0500");
        json.WriteEndObject();

        json.WriteStartObject();
        json.WriteString("filterType", "POSITION_RISK_CONTROL");
        json.WriteString("positionControlSide", "NONE");
        json.WriteEndObject();

        json.WriteEndArray();
    }
}
