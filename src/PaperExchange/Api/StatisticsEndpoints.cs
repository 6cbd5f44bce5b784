using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>The statistics of <c>/futures/data</c>: open interest, long/short ratios and taker volumes of the last 30 days.</summary>
internal static class StatisticsEndpoints
{
    private const long Reading = 5 * KlineInterval.Minute;
    private const int RatioDecimals = 4;

    public static void MapStatistics(this IEndpointRouteBuilder routes)
    {
        routes.MapExchange(FuturesEndpoints.OpenInterestHistory, "Open interest history", OpenInterest);
        routes.MapExchange(
            FuturesEndpoints.GlobalLongShortAccountRatio, "Long/short ratio over all accounts", call => Positioning(call, PositioningKind.GlobalAccounts));
        routes.MapExchange(
            FuturesEndpoints.TopLongShortAccountRatio, "Long/short ratio over the top accounts", call => Positioning(call, PositioningKind.TopAccounts));
        routes.MapExchange(
            FuturesEndpoints.TopLongShortPositionRatio, "Long/short ratio of the top accounts' positions", call => Positioning(call, PositioningKind.TopPositions));
        routes.MapExchange(FuturesEndpoints.TakerLongShortRatio, "Taker buy and sell volume", TakerVolumes);
    }

    private static Action<Utf8JsonWriter> OpenInterest(ExchangeCall call)
    {
        var (period, market, page) = Read(call);
        var rows = page.Read(period, (from, to) => market.OpenInterest(from, to, call.Now, period));
        return json => WriteRows(json, rows, reading =>
        {
            json.WriteString("symbol", market.Instrument.Symbol);
            json.WriteDecimal("sumOpenInterest", reading.Contracts, JsonDecimals.Fine);
            json.WriteDecimal("sumOpenInterestValue", reading.Value, JsonDecimals.Fine);
            json.WriteDecimal("CMCCirculatingSupply", market.Instrument.CirculatingSupply, JsonDecimals.Fine);
            json.WriteNumber("timestamp", reading.Time);
        });
    }

    private static Action<Utf8JsonWriter> Positioning(ExchangeCall call, PositioningKind kind)
    {
        var (period, market, page) = Read(call);
        var rows = page.Read(period, (from, to) => market.Positioning(kind, from, to, call.Now, period));
        return json => WriteRows(json, rows, reading =>
        {
            json.WriteString("symbol", market.Instrument.Symbol);
            json.WriteDecimal("longAccount", reading.LongShare, RatioDecimals);
            json.WriteDecimal("longShortRatio", Ratio(reading.LongShare, 1 - reading.LongShare), RatioDecimals);
            json.WriteDecimal("shortAccount", 1 - reading.LongShare, RatioDecimals);
            json.WriteNumber("timestamp", reading.Time);
        });
    }

    private static Action<Utf8JsonWriter> TakerVolumes(ExchangeCall call)
    {
        var (period, market, page) = Read(call);
        var rows = page.Read(period, (from, to) => Buckets(market, period, from, to, call.Now));
        return json => WriteRows(json, rows, bucket =>
        {
            json.WriteDecimal("buySellRatio", Ratio(bucket.BuyVolume, bucket.SellVolume), RatioDecimals);
            json.WriteDecimal("sellVol", bucket.SellVolume, RatioDecimals);
            json.WriteDecimal("buyVol", bucket.BuyVolume, RatioDecimals);
            json.WriteNumber("timestamp", bucket.Time);
        });
    }

    // Binance checks the period before the symbol here.
    private static (long Period, IInstrumentMarket Market, RowPage Page) Read(ExchangeCall call) =>
        (call.Query.Period(), call.Instrument(), call.Page());

    // Whole buckets only: one under way would show a part of its volume.
    private static List<TakerReading> Buckets(IInstrumentMarket market, long period, long from, long to, long now)
    {
        var first = from + ((period - (from % period)) % period);
        var end = Math.Min((to / period * period) + period, now / period * period);
        return
        [
            .. market.TakerVolumes(first, end - Reading, now)
                .GroupBy(reading => reading.Time / period * period)
                .Select(bucket => new TakerReading(bucket.Key, bucket.Sum(reading => reading.BuyVolume), bucket.Sum(reading => reading.SellVolume))),
        ];
    }

    private static decimal Ratio(decimal numerator, decimal denominator) => denominator == 0 ? 0 : numerator / denominator;

    private static void WriteRows<T>(Utf8JsonWriter json, IReadOnlyList<T> rows, Action<T> writeMembers)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            writeMembers(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
