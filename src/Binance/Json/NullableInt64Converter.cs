using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads an integer that Binance sends as a number, a string, an empty string or null. Empty means not known.</summary>
internal sealed class NullableInt64Converter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetInt64(),
        JsonTokenType.String when reader.GetString() is { Length: > 0 } text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw new JsonException("Expected an integer, found other text."),
        JsonTokenType.String => null,
        _ => throw new JsonException($"Expected an integer, found {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
