using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Last price, best bid and ask, 24-hour statistics and present open interest of futures contracts.</summary>
internal static class TickerEndpoints
{
    private const long StatisticsBar = 5 * KlineInterval.Minute;

    public static void MapTickers(this IEndpointRouteBuilder routes)
    {
        routes.MapExchange(FuturesEndpoints.Ticker24h, "Rolling 24-hour statistics of one contract or all", Ticker24h);
        routes.MapExchange(FuturesEndpoints.BookTicker, "Best bid and ask of one contract or all", BookTicker);
        routes.MapExchange(OtherEndpoints.TickerPrice, "Last price of one contract or all (deprecated by Binance)", PriceV1);
        routes.MapExchange(OtherEndpoints.TickerPriceV2, "Last price of one contract or all", PriceV2);
        routes.MapExchange(FuturesEndpoints.OpenInterest, "Present open interest of a contract", OpenInterest);
    }

    private static Action<Utf8JsonWriter> Ticker24h(ExchangeCall call) => Tickers.OneOrAll(call, (json, market, quote) =>
    {
        var instrument = market.Instrument;
        var openTime = call.Now - KlineInterval.Day;
        openTime -= openTime % KlineInterval.Minute;
        var bars = market.Bars(PriceKind.Traded, StatisticsBar, openTime, call.Now, call.Now);
        var open = bars is [var first, ..] ? first.Open : quote.LastPrice;
        var volume = bars.Sum(bar => bar.Volume ?? 0);
        var quoteVolume = bars.Sum(bar => bar.QuoteVolume ?? 0);
        var change = quote.LastPrice - open;
        var price = instrument.PriceDecimals();

        json.WriteStartObject();
        json.WriteNumber("closeTime", call.Now);
        json.WriteNumber("count", bars.Sum(bar => bar.Trades ?? 0));
        // There are no single trades here: -1 is what Binance gives for a day without any.
        json.WriteNumber("firstId", -1);
        json.WriteDecimal("highPrice", bars.Select(bar => bar.High).DefaultIfEmpty(quote.LastPrice).Max(), price);
        json.WriteNumber("lastId", -1);
        json.WriteDecimal("lastPrice", quote.LastPrice, price);
        json.WriteDecimal("lastQty", 0m, instrument.QuantityDecimals());
        json.WriteDecimal("lowPrice", bars.Select(bar => bar.Low).DefaultIfEmpty(quote.LastPrice).Min(), price);
        json.WriteDecimal("openPrice", open, price);
        json.WriteNumber("openTime", openTime);
        json.WriteDecimal("priceChange", change, price);
        json.WriteDecimal("priceChangePercent", change / open * 100, 3);
        json.WriteDecimal("quoteVolume", quoteVolume, 2);
        json.WriteString("symbol", instrument.Symbol);
        json.WriteDecimal("volume", volume, instrument.QuantityDecimals());
        json.WriteDecimal("weightedAvgPrice", volume == 0 ? 0 : quoteVolume / volume, price);
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> BookTicker(ExchangeCall call) => Tickers.OneOrAll(call, (json, market, quote) =>
    {
        var instrument = market.Instrument;
        var (price, quantity) = (instrument.PriceDecimals(), instrument.QuantityDecimals());
        json.WriteStartObject();
        json.WriteString("symbol", instrument.Symbol);
        json.WriteDecimal("bidPrice", quote.BidPrice ?? 0, price);
        json.WriteDecimal("bidQty", SizeOf(quote.BidPrice, instrument), quantity);
        json.WriteDecimal("askPrice", quote.AskPrice ?? 0, price);
        json.WriteDecimal("askQty", SizeOf(quote.AskPrice, instrument), quantity);
        json.WriteNumber("time", call.Now);
        json.WriteNumber("lastUpdateId", call.Now);
        json.WriteEndObject();
    });

    // The market knows prices, not the book's depth: the smallest size claims the least.
    private static decimal SizeOf(decimal? price, Instrument instrument) => price is null ? 0 : instrument.StepSize;

    private static Action<Utf8JsonWriter> PriceV1(ExchangeCall call) => Tickers.OneOrAll(call, (json, market, quote) =>
    {
        var instrument = market.Instrument;
        json.WriteStartObject();
        json.WriteDecimal("price", quote.LastPrice, instrument.PriceDecimals());
        json.WriteString("symbol", instrument.Symbol);
        json.WriteNumber("time", call.Now);
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> PriceV2(ExchangeCall call) => Tickers.OneOrAll(call, (json, market, quote) =>
    {
        var instrument = market.Instrument;
        json.WriteStartObject();
        json.WriteString("symbol", instrument.Symbol);
        json.WriteDecimal("price", quote.LastPrice, instrument.PriceDecimals());
        json.WriteNumber("time", call.Now);
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> OpenInterest(ExchangeCall call)
    {
        var market = call.Instrument();
        // What was not recorded is refused like a contract that has none: a zero would be a number that somebody may believe.
        if (market.Instrument.Status != "TRADING" || market.Quote(call.Now)?.OpenInterest is not { } openInterest)
        {
            throw new ApiErrorException(ApiError.NotTrading);
        }

        return json =>
        {
            json.WriteStartObject();
            json.WriteString("symbol", market.Instrument.Symbol);
            json.WriteDecimal("openInterest", openInterest, market.Instrument.QuantityDecimals());
            json.WriteNumber("time", call.Now);
            json.WriteEndObject();
        };
    }
}
