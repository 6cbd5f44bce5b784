using System.Text.Json;
using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Margin brackets twice: as the website shows them to anybody, and as the documented call gives them to whoever signs it.
/// A contract whose brackets are not known, such as a recorded one, is in neither.</summary>
internal static class BracketEndpoints
{
    // As it was seen beside BTCUSDT; what it limits is not documented.
    private const int NotionalLimit = 100;

    public static void MapBrackets(this IEndpointRouteBuilder routes)
    {
        routes.MapExchange(WebsiteEndpoints.Brackets, "Margin brackets of all contracts, without a key", Website, alsoPost: true);
        routes.MapExchange(OtherEndpoints.LeverageBracket, "Margin brackets of one contract or all; any API key and any signature will do", Signed);
    }

    private static Action<Utf8JsonWriter> Website(ExchangeCall call) => json =>
    {
        json.WriteStartObject();
        json.WriteString("code", "000000");
        json.WriteNull("message");
        json.WriteNull("messageDetail");
        json.WriteStartObject("data");
        json.WriteStartArray("brackets");
        foreach (var instrument in WithBrackets(call.Listed))
        {
            json.WriteStartObject();
            json.WriteString("symbol", instrument.Symbol);
            json.WriteNumber("updateTime", instrument.OnboardDate);
            json.WriteNumber("notionalLimit", NotionalLimit);
            WriteRows(json, "riskBrackets", instrument, WriteWebsiteRow);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteBoolean("success", true);
        json.WriteEndObject();
    };

    private static Action<Utf8JsonWriter> Signed(ExchangeCall call)
    {
        call.RequireSignature();
        var markets = call.OptionalInstrument() is { } one ? [one] : call.Listed;
        return json =>
        {
            // An array even of one.
            json.WriteStartArray();
            foreach (var instrument in WithBrackets(markets))
            {
                json.WriteStartObject();
                json.WriteString("symbol", instrument.Symbol);
                WriteRows(json, "brackets", instrument, WriteSignedRow);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        };
    }

    private static IEnumerable<Instrument> WithBrackets(IEnumerable<IInstrumentMarket> markets) =>
        markets.Select(market => market.Instrument).Where(instrument => instrument.Brackets.Count > 0);

    private static void WriteRows(Utf8JsonWriter json, string name, Instrument instrument, Action<Utf8JsonWriter, IReadOnlyList<MarginBracket>, int> write)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < instrument.Brackets.Count; i++)
        {
            json.WriteStartObject();
            write(json, instrument.Brackets, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWebsiteRow(Utf8JsonWriter json, IReadOnlyList<MarginBracket> brackets, int index)
    {
        var bracket = brackets[index];
        json.WriteNumber("bracketSeq", index + 1);
        json.WriteNumber("bracketNotionalFloor", bracket.Floor);
        json.WriteNumber("bracketNotionalCap", bracket.Cap);
        json.WriteNumber("bracketMaintenanceMarginRate", bracket.MaintenanceRate);
        json.WriteNumber("cumFastMaintenanceAmount", bracket.MaintenanceAmount);
        json.WriteNumber("minOpenPosLeverage", index + 1 < brackets.Count ? brackets[index + 1].MaxLeverage + 1 : 1);
        json.WriteNumber("maxOpenPosLeverage", bracket.MaxLeverage);
    }

    private static void WriteSignedRow(Utf8JsonWriter json, IReadOnlyList<MarginBracket> brackets, int index)
    {
        var bracket = brackets[index];
        json.WriteNumber("bracket", index + 1);
        json.WriteNumber("initialLeverage", bracket.MaxLeverage);
        json.WriteNumber("notionalCap", bracket.Cap);
        json.WriteNumber("notionalFloor", bracket.Floor);
        json.WriteNumber("maintMarginRatio", bracket.MaintenanceRate);
        json.WriteNumber("cum", bracket.MaintenanceAmount);
    }
}
