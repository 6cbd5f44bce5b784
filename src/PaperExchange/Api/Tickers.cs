using System.Text.Json;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Answers on present states: an object for one symbol, an array for all.</summary>
internal static class Tickers
{
    public static Action<Utf8JsonWriter> OneOrAll(ExchangeCall call, Action<Utf8JsonWriter, IInstrumentMarket, Quote> write)
    {
        if (call.OptionalInstrument() is { } one)
        {
            var quote = one.Quote(call.Now) ?? throw new ApiErrorException(ApiError.InvalidSymbol);
            return json => write(json, one, quote);
        }

        return json =>
        {
            json.WriteStartArray();
            foreach (var market in call.Listed)
            {
                if (market.Quote(call.Now) is { } quote)
                {
                    write(json, market, quote);
                }
            }

            json.WriteEndArray();
        };
    }
}
