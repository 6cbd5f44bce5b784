using System.Text.Json;
using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads bars, each of which Binance sends as an array by position. Documents and servers disagree on whether it has 11 or 12 elements,
/// and the taker volumes of index bars are filler, so nine are enough and what follows the eleventh is skipped. A bar whose price is empty, or none that
/// a decimal can hold, is left out: the others are as good without it.</summary>
internal sealed class KlinesConverter : JsonConverter<Kline[]>
{
    private const int RequiredElements = 9;
    private const int KnownElements = 11;

    public override Kline[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ExpectArray(ref reader);
        List<Kline> bars = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadBar(ref reader) is { } bar)
            {
                bars.Add(bar);
            }
        }

        return [.. bars];
    }

    public override void Write(Utf8JsonWriter writer, Kline[] value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Bars are only read.");

    private static Kline? ReadBar(ref Utf8JsonReader reader)
    {
        ExpectArray(ref reader);
        Span<decimal?> values = stackalloc decimal?[KnownElements];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count < KnownElements)
            {
                values[count] = reader.TokenType == JsonTokenType.Null ? null : NullableDecimalConverter.ReadNumber(ref reader);
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

        var (openTime, closeTime) = (Time(values[0]), Time(values[6]));
        return (values[1], values[2], values[3], values[4]) is ({ } open, { } high, { } low, { } close)
            ? new Kline(
                openTime,
                open,
                high,
                low,
                close,
                values[5] ?? 0,
                closeTime,
                values[7] ?? 0,
                Whole(values[8] ?? 0),
                values[9] ?? 0,
                values[10] ?? 0)
            : null;
    }

    private static void ExpectArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Expected bars, each an array, found {reader.TokenType}.");
        }
    }

    private static long Time(decimal? value) => Whole(value ?? throw new JsonException("A bar has no time."));

    private static long Whole(decimal value) =>
        value is >= long.MinValue and <= long.MaxValue ? (long)value : throw new JsonException("A bar's time or count is out of range.");
}
