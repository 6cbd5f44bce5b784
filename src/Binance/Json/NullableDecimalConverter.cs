using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads a decimal that Binance sends as a string, a number, an empty string or null. Empty means not known, never zero, and so does a number
/// that a decimal cannot hold: it is a fault in one place and must not take the whole list with it.</summary>
internal sealed class NullableDecimalConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadNumber(ref reader);

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

    /// <summary>Reads the token that the reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number; null when it is empty or none that a decimal can hold.</returns>
    /// <exception cref="JsonException">It is no number.</exception>
    public static decimal? ReadNumber(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetDecimal(out var value) ? value : null,
        JsonTokenType.String => Parse(reader.GetString()!),
        _ => throw new JsonException($"Expected a number, found {reader.TokenType}."),
    };

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : text.Length == 0 || IsNumber(text) ? null
        : throw new JsonException("Expected a number, found other text.");

    // A double takes a number of any size, and "NaN" and "Infinity" as well, which have no digits.
    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.AsSpan().ContainsAnyInRange('0', '9');
}
