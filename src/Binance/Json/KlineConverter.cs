using System.Text.Json;
using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads a bar, which Binance sends as an array by position. Documents and servers disagree on whether it has 11 or 12 elements,
/// and the taker volumes of index bars are filler, so nine are enough and what follows the eleventh is skipped.</summary>
internal sealed class KlineConverter : JsonConverter<Kline>
{
    private const int RequiredElements = 9;
    private const int KnownElements = 11;

    public override Kline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Expected a bar as an array, found {reader.TokenType}.");
        }

        Span<decimal?> values = stackalloc decimal?[KnownElements];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count < KnownElements)
            {
                values[count] = ReadElement(ref reader);
            }
            else if (!reader.TrySkip())
            {
                // Skip refuses to work on a body that arrives in parts, even where the bar itself is whole.
                throw new JsonException("A bar ends too early.");
            }

            count++;
        }

        if (count < RequiredElements)
        {
            throw new JsonException($"Expected a bar of at least {RequiredElements} elements, found {count}.");
        }

        return new Kline(
            Whole(Required(values[0])),
            Required(values[1]),
            Required(values[2]),
            Required(values[3]),
            Required(values[4]),
            values[5] ?? 0,
            Whole(Required(values[6])),
            values[7] ?? 0,
            Whole(values[8] ?? 0),
            values[9] ?? 0,
            values[10] ?? 0);
    }

    public override void Write(Utf8JsonWriter writer, Kline value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Bars are only read.");

    private static decimal? ReadElement(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.String => NullableDecimalConverter.Parse(reader.GetString()),
        JsonTokenType.Null => null,
        _ => throw new JsonException($"Expected a number in a bar, found {reader.TokenType}."),
    };

    private static long Whole(decimal value) =>
        value is >= long.MinValue and <= long.MaxValue ? (long)value : throw new JsonException("A bar's time or count is out of range.");

    private static decimal Required(decimal? value) => value ?? throw new JsonException("A bar's time or price is empty.");
}
