using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Mark price with the running funding estimate, settled funding rates, and each contract's funding terms.</summary>
internal static class FundingEndpoints
{
    public static void MapFunding(this IEndpointRouteBuilder routes)
    {
        routes.MapExchange(FuturesEndpoints.PremiumIndex, "Mark price, index price and running funding estimate of one contract or all", PremiumIndex);
        routes.MapExchange(FuturesEndpoints.FundingRate, "Settled funding rates of one contract or all", FundingRate);
        routes.MapExchange(FuturesEndpoints.FundingInfo, "Funding interval, cap and floor; ignores symbol", FundingInfo);
    }

    private static Action<Utf8JsonWriter> PremiumIndex(ExchangeCall call) => Tickers.OneOrAll(call, (json, market, quote) =>
    {
        var instrument = market.Instrument;
        var isSettling = instrument.Status != "TRADING";
        json.WriteStartObject();
        json.WriteString("symbol", instrument.Symbol);
        json.WriteDecimal("markPrice", quote.MarkPrice, JsonDecimals.Fine);
        json.WriteDecimal("indexPrice", quote.IndexPrice ?? 0, JsonDecimals.Fine);
        json.WriteDecimal("estimatedSettlePrice", isSettling ? 0 : quote.IndexPrice ?? 0, JsonDecimals.Fine);
        if (isSettling)
        {
            json.WriteDecimal("lastFundingRate", 0m, JsonDecimals.Fine);
            json.WriteDecimal("interestRate", 0m, JsonDecimals.Fine);
        }
        else
        {
            json.WriteDecimal("lastFundingRate", quote.FundingRate, JsonDecimals.Fine);
            json.WriteDecimal("interestRate", quote.InterestRate, JsonDecimals.Fine);
        }

        json.WriteNumber("nextFundingTime", isSettling ? 0 : quote.NextFundingTime ?? 0);
        json.WriteNumber("time", call.Now - (call.Now % 1000));
        json.WriteEndObject();
    });

    private static Action<Utf8JsonWriter> FundingRate(ExchangeCall call)
    {
        var markets = call.OptionalInstrument() is { } one ? [one] : call.Listed.ToList();
        var step = KlineInterval.Hour * (markets is [{ Instrument.FundingIntervalHours: { } hours }] ? hours : 1);
        var rows = call.Page().Read(step, (from, to) => Settlements(markets, from, to, call.Now));
        return json =>
        {
            json.WriteStartArray();
            foreach (var (symbol, settlement) in rows)
            {
                json.WriteStartObject();
                json.WriteString("symbol", symbol);
                json.WriteNumber("fundingTime", settlement.Time);
                json.WriteDecimal("fundingRate", settlement.Rate, JsonDecimals.Fine);
                json.WriteDecimal("markPrice", settlement.MarkPrice, JsonDecimals.Fine);
                json.WriteString("rateType", "Regular");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        };
    }

    private static List<(string Symbol, FundingSettlement Settlement)> Settlements(IReadOnlyList<IInstrumentMarket> markets, long from, long to, long now) =>
    [
        .. markets
            .SelectMany(market => market.Funding(from, to, now).Select(settlement => (market.Instrument.Symbol, settlement)))
            .OrderBy(row => row.settlement.Time),
    ];

    private static Action<Utf8JsonWriter> FundingInfo(ExchangeCall call) => json =>
    {
        json.WriteStartArray();
        foreach (var market in call.Listed)
        {
            if (market.FundingTerms(call.Now) is { } terms)
            {
                json.WriteStartObject();
                json.WriteString("symbol", market.Instrument.Symbol);
                json.WriteDecimal("adjustedFundingRateCap", terms.Cap, JsonDecimals.Fine);
                json.WriteDecimal("adjustedFundingRateFloor", terms.Floor, JsonDecimals.Fine);
                json.WriteNumber("fundingIntervalHours", terms.IntervalHours);
                json.WriteBoolean("disclaimer", false);
                json.WriteNumber("updateTime", terms.UpdateTime);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    };
}
