using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads a decimal that Binance sends as a string, a number, an empty string or null. Empty means not known, never zero.</summary>
internal sealed class NullableDecimalConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal(),
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException($"Expected a decimal, found {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Reads a decimal's text; empty is null.</summary>
    public static decimal? Parse(string? text) => string.IsNullOrEmpty(text)
        ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("Expected a decimal, found other text.");
}
