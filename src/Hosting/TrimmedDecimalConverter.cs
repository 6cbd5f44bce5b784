using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Hosting;

/// <summary>Writes decimals without trailing zeros: a decimal remembers how many digits it was computed with, which is nothing a reader should
/// take for precision.</summary>
internal sealed class TrimmedDecimalConverter : JsonConverter<decimal>
{
    // Dividing by a one of the greatest scale leaves the smallest scale that holds the value.
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
}
