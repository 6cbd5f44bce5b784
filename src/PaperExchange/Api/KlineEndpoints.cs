using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Bars of traded, mark and index prices and of the premium index.</summary>
internal static class KlineEndpoints
{
    public static void MapKlines(this IEndpointRouteBuilder routes)
    {
        routes.MapExchange(FuturesEndpoints.Klines, "Bars of traded prices", call => Read(call, call.Instrument, PriceKind.Traded));
        routes.MapExchange(FuturesEndpoints.MarkPriceKlines, "Bars of the mark price", call => Read(call, call.Instrument, PriceKind.Mark));
        routes.MapExchange(FuturesEndpoints.IndexPriceKlines, "Bars of a pair's index price", call => Read(call, () => call.Pair()[0], PriceKind.Index));
        routes.MapExchange(FuturesEndpoints.PremiumIndexKlines, "Bars of a perpetual's premium index", call => Read(call, () => Perpetual(call), PriceKind.Premium));
    }

    // What Binance answers for a delivery contract was not seen. It has no funding and so no premium index: to this call it is a symbol that
    // is not listed.
    private static IInstrumentMarket Perpetual(ExchangeCall call) =>
        call.Instrument() is { Instrument.FundingIntervalHours: not null } perpetual ? perpetual : throw new ApiErrorException(ApiError.InvalidSymbol);

    private static Action<Utf8JsonWriter> Read(ExchangeCall call, Func<IInstrumentMarket> find, PriceKind kind)
    {
        var market = find();
        var interval = call.Query.Interval();
        var bars = call.Page().Read(interval.Length, (from, to) => interval.Read(market, kind, from, to, call.Now));
        return json =>
        {
            json.WriteStartArray();
            foreach (var bar in bars)
            {
                Write(json, bar, interval, kind, market.Instrument);
            }

            json.WriteEndArray();
        };
    }

    private static void Write(Utf8JsonWriter json, Bar bar, KlineInterval interval, PriceKind kind, Instrument instrument)
    {
        var isTraded = kind is PriceKind.Traded;
        var decimals = isTraded ? instrument.PriceDecimals() : JsonDecimals.Fine;
        json.WriteStartArray();
        json.WriteNumberValue(bar.OpenTime);
        json.WriteDecimalValue(bar.Open, decimals);
        json.WriteDecimalValue(bar.High, decimals);
        json.WriteDecimalValue(bar.Low, decimals);
        json.WriteDecimalValue(bar.Close, decimals);
        WriteVolume(json, isTraded ? bar.Volume : null, instrument.QuantityDecimals());
        json.WriteNumberValue(interval.CloseOf(bar.OpenTime));
        WriteVolume(json, isTraded ? bar.QuoteVolume : null, instrument.VolumeDecimals());
        json.WriteNumberValue(bar.Trades ?? 0);
        WriteVolume(json, isTraded ? bar.TakerBuyVolume : null, instrument.QuantityDecimals());
        WriteVolume(json, isTraded ? bar.TakerBuyQuoteVolume : null, instrument.VolumeDecimals());
        json.WriteStringValue("0");
        json.WriteEndArray();
    }

    // Only traded bars have a volume, and Binance writes "0" there; so does what was not recorded.
    private static void WriteVolume(Utf8JsonWriter json, decimal? volume, int decimals)
    {
        if (volume is { } known)
        {
            json.WriteDecimalValue(known, decimals);
        }
        else
        {
            json.WriteStringValue("0");
        }
    }
}
