using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class TrimmedDecimalConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new TrimmedDecimalConverter() } };

    [Theory]
    [InlineData("0.010000", "0.01")]
    [InlineData("92757.64500000", "92757.645")]
    [InlineData("100", "100")]
    [InlineData("0.000", "0")]
    [InlineData("-5.50", "-5.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Write_leaves_out_trailing_zeros_and_nothing_else(string value, string json) =>
        JsonSerializer.Serialize(decimal.Parse(value, CultureInfo.InvariantCulture), Options).ShouldBe(json);

    [Property]
    public void What_is_written_is_read_back_equal(decimal value) =>
        JsonSerializer.Deserialize<decimal>(JsonSerializer.Serialize(value, Options), Options).ShouldBe(value);

    [Fact]
    public void A_nullable_is_trimmed_too() => JsonSerializer.Serialize<decimal?>(1.50m, Options).ShouldBe("1.5");
}
