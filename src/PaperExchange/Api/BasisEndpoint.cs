using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Basis history, derived from traded and index bars: what closed at an instant is the price of that instant.</summary>
internal static class BasisEndpoint
{
    private const decimal DaysPerYear = 365;
    private const int RateDecimals = 4;

    private static readonly HashSet<string> ContractTypes = ["PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER"];

    public static void MapBasis(this IEndpointRouteBuilder routes) =>
        routes.MapExchange(FuturesEndpoints.Basis, "Basis between a pair's contract and its index", Basis);

    private static Action<Utf8JsonWriter> Basis(ExchangeCall call)
    {
        var period = call.Query.Period();
        var contracts = call.Pair();
        var type = call.Query.Text("contractType") ?? throw new ApiErrorException(ApiError.Missing("contractType"));
        var market = (ContractTypes.Contains(type) ? contracts.FirstOrDefault(contract => contract.Instrument.ContractType == type) : null)
            ?? throw new ApiErrorException(ApiError.InvalidContractType);

        var rows = call.Page().Read(period, (from, to) => Join(market, period, from, to, call.Now));
        return json =>
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                Write(json, row, market.Instrument);
            }

            json.WriteEndArray();
        };
    }

    private static List<(long Time, decimal Futures, decimal Index)> Join(IInstrumentMarket market, long period, long from, long to, long now)
    {
        var index = Closes(PriceKind.Index).ToDictionary(close => close.Time, close => close.Price);
        return
        [
            .. from close in Closes(PriceKind.Traded)
               where index.ContainsKey(close.Time)
               select (close.Time, close.Price, index[close.Time]),
        ];

        IEnumerable<(long Time, decimal Price)> Closes(PriceKind kind) => market.Bars(kind, period, from - period, to - period, now)
            .Select(bar => (Time: bar.OpenTime + period, Price: bar.Close));
    }

    private static void Write(Utf8JsonWriter json, (long Time, decimal Futures, decimal Index) row, Instrument instrument)
    {
        var basis = row.Futures - row.Index;
        var rate = basis / row.Index;
        json.WriteStartObject();
        json.WriteDecimal("indexPrice", row.Index, JsonDecimals.Fine);
        json.WriteString("contractType", instrument.ContractType);
        json.WriteDecimal("basisRate", rate, RateDecimals);
        json.WriteDecimal("futuresPrice", row.Futures, instrument.PriceDecimals());
        json.WriteDecimal("annualizedBasisRate", Annualize(rate, row.Time, instrument), RateDecimals);
        json.WriteDecimal("basis", basis, JsonDecimals.Fine);
        json.WriteString("pair", instrument.Pair);
        json.WriteNumber("timestamp", row.Time);
        json.WriteEndObject();
    }

    /// <summary>A perpetual is never delivered: its basis has no yearly rate.</summary>
    private static decimal? Annualize(decimal rate, long time, Instrument instrument)
    {
        var days = (instrument.DeliveryDate - time) / (decimal)KlineInterval.Day;
        return instrument.ContractType == "PERPETUAL" || days <= 0 ? null : rate * DaysPerYear / days;
    }
}
