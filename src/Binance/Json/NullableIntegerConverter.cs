using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Json;

/// <summary>Reads an integer that Binance sends as a number, a string, an empty string or null. Empty means not known, and so does a number too large for
/// the type.</summary>
/// <typeparam name="T">The integer type.</typeparam>
internal sealed class NullableIntegerConverter<T> : JsonConverter<T?>
    where T : struct, IBinaryInteger<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (NullableDecimalConverter.ReadNumber(ref reader) is not { } number)
        {
            return null;
        }

        if (!decimal.IsInteger(number))
        {
            throw new JsonException("Expected an integer, found a fraction.");
        }

        var nearest = T.CreateSaturating(number);
        return decimal.CreateChecked(nearest) == number ? nearest : null;
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(decimal.CreateChecked(number));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
