using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Api.RateLimits;
using OmnipotentFutures.PaperExchange.Market;
using Catalogue = OmnipotentFutures.Binance.Endpoints.SpotEndpoints;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>The spot market: server time, the list of pairs, last price, best bid and ask.</summary>
internal static class SpotEndpoints
{
    private const string SymbolsRange = @"^\[(""[\w\-._&&[^a-z]]{1,50}""(,""[\w\-._&&[^a-z]]{1,50}""){0,}){0,1}\]$";

    private static readonly string[] OrderTypes = ["LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"];
    private static readonly string[] SelfTradePreventionModes = ["EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT"];

    public static void MapSpot(this IEndpointRouteBuilder routes, RateLimitOptions limits)
    {
        routes.MapExchange(OtherEndpoints.SpotPing, "Answers when it is there", _ => ExchangeInfoEndpoints.WriteNothing);
        routes.MapExchange(OtherEndpoints.SpotTime, "Server time", ExchangeInfoEndpoints.WriteTime);
        routes.MapExchange(Catalogue.ExchangeInfo, "Listed pairs: one, some or all", call => ExchangeInfo(call, limits));
        routes.MapExchange(Catalogue.TickerPrice, "Last price of one pair, some or all", TickerPrice);
        routes.MapExchange(Catalogue.BookTicker, "Best bid and ask of one pair, some or all", BookTicker);
    }

    private static Action<Utf8JsonWriter> TickerPrice(ExchangeCall call) => Quotes(call, (json, pair, quote) =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", pair.Symbol);
        json.WriteDecimal("price", quote.LastPrice, JsonDecimals.Fine);
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> BookTicker(ExchangeCall call) => Quotes(call, (json, pair, quote) =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", pair.Symbol);
        json.WriteDecimal("bidPrice", quote.BidPrice, JsonDecimals.Fine);
        // The market knows prices, not the book's depth: the smallest size claims the least.
        json.WriteDecimal("bidQty", pair.StepSize, JsonDecimals.Fine);
        json.WriteDecimal("askPrice", quote.AskPrice, JsonDecimals.Fine);
        json.WriteDecimal("askQty", pair.StepSize, JsonDecimals.Fine);
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> Quotes(ExchangeCall call, Action<Utf8JsonWriter, SpotPair, SpotQuote> write)
    {
        var (pairs, isSingle) = Pairs(call);
        var quotes = pairs
            .Select(pair => (Pair: pair, Quote: call.Market.FindSpot(pair.Symbol, call.Now)))
            .Where(row => row.Quote is not null)
            .ToList();
        if (isSingle)
        {
            return quotes is [var only] ? json => write(json, only.Pair, only.Quote!) : throw new ApiErrorException(ApiError.InvalidSymbol);
        }

        return json =>
        {
            json.WriteStartArray();
            foreach (var (pair, quote) in quotes)
            {
                write(json, pair, quote!);
            }

            json.WriteEndArray();
        };
    }

    /// <summary>The pairs of <c>symbol</c>, of <c>symbols</c> (a JSON array) or all.</summary>
    private static (IReadOnlyList<SpotPair> Pairs, bool IsSingle) Pairs(ExchangeCall call)
    {
        var symbol = call.Query.Symbol("symbol", optional: true);
        var symbols = call.Query.Text("symbols", optional: true);
        return (symbol, symbols) switch
        {
            (not null, not null) => throw new ApiErrorException(ApiError.InvalidCombination),
            (not null, null) => ([Find(symbol)], true),
            (null, not null) => ([.. ParseSymbols(symbols).Select(Find)], false),
            _ => (call.Market.SpotPairs, false),
        };

        SpotPair Find(string name) =>
            call.Market.SpotPairs.FirstOrDefault(pair => pair.Symbol == name) ?? throw new ApiErrorException(ApiError.InvalidSymbol);
    }

    private static IEnumerable<string> ParseSymbols(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(element => element.GetString()!).Distinct()];
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new ApiErrorException(ApiError.IllegalCharacters("symbols", SymbolsRange));
        }
    }

    private static Action<Utf8JsonWriter> ExchangeInfo(ExchangeCall call, RateLimitOptions limits)
    {
        var (pairs, _) = Pairs(call);
        return json =>
        {
            json.WriteStartObject();
            json.WriteString("timezone", "UTC");
            json.WriteNumber("serverTime", call.Now);
            json.WriteStartArray("rateLimits");
            ExchangeInfoEndpoints.WriteRateLimit(json, "REQUEST_WEIGHT", "MINUTE", 1, limits.Rules[RateScope.SpotWeight].Limit);
            ExchangeInfoEndpoints.WriteRateLimit(json, "ORDERS", "SECOND", 10, 100);
            ExchangeInfoEndpoints.WriteRateLimit(json, "ORDERS", "DAY", 1, 200000);
            json.WriteEndArray();
            json.WriteStrings("exchangeFilters", []);
            json.WriteStartArray("symbols");
            foreach (var pair in pairs)
            {
                Write(json, pair);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        };
    }

    private static void Write(Utf8JsonWriter json, SpotPair pair)
    {
        json.WriteStartObject();
        json.WriteString("symbol", pair.Symbol);
        json.WriteString("status", "TRADING");
        json.WriteString("baseAsset", pair.BaseAsset);
        json.WriteNumber("baseAssetPrecision", 8);
        json.WriteString("quoteAsset", pair.QuoteAsset);
        json.WriteNumber("quotePrecision", 8);
        json.WriteNumber("quoteAssetPrecision", 8);
        json.WriteNumber("baseCommissionPrecision", 8);
        json.WriteNumber("quoteCommissionPrecision", 8);
        json.WriteStrings("orderTypes", OrderTypes);
        json.WriteBoolean("icebergAllowed", true);
        json.WriteBoolean("ocoAllowed", true);
        json.WriteBoolean("otoAllowed", true);
        json.WriteBoolean("quoteOrderQtyMarketAllowed", true);
        json.WriteBoolean("allowTrailingStop", true);
        json.WriteBoolean("cancelReplaceAllowed", true);
        json.WriteBoolean("isSpotTradingAllowed", true);
        json.WriteBoolean("isMarginTradingAllowed", true);
        WriteFilters(json, pair);
        json.WriteStrings("permissions", []);
        json.WriteStartArray("permissionSets");
        json.WriteStartArray();
        json.WriteStringValue("SPOT");
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteString("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        json.WriteStrings("allowedSelfTradePreventionModes", SelfTradePreventionModes);
        json.WriteEndObject();
    }

    private static void WriteFilters(Utf8JsonWriter json, SpotPair pair)
    {
        json.WriteStartArray("filters");
        json.WriteStartObject();
        json.WriteString("filterType", "PRICE_FILTER");
        json.WriteDecimal("minPrice", pair.TickSize, JsonDecimals.Fine);
        json.WriteDecimal("maxPrice", pair.TickSize * 100_000_000, JsonDecimals.Fine);
        json.WriteDecimal("tickSize", pair.TickSize, JsonDecimals.Fine);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("filterType", "LOT_SIZE");
        json.WriteDecimal("minQty", pair.StepSize, JsonDecimals.Fine);
        json.WriteDecimal("maxQty", pair.StepSize * 1_000_000_000, JsonDecimals.Fine);
        json.WriteDecimal("stepSize", pair.StepSize, JsonDecimals.Fine);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("filterType", "NOTIONAL");
        json.WriteString("minNotional", "5.00000000");
        json.WriteBoolean("applyMinToMarket", true);
        json.WriteString("maxNotional", "9000000.00000000");
        json.WriteBoolean("applyMaxToMarket", false);
        json.WriteNumber("avgPriceMins", 5);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
