using System.Globalization;
using System.Text.Json;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Decimals as Binance sends them: strings with a fixed number of decimals.</summary>
internal static class JsonDecimals
{
    /// <summary>Decimals of mark and index prices, rates, open interest and spot prices.</summary>
    public const int Fine = 8;

    private const int Longest = 64;

    public static void WriteDecimal(this Utf8JsonWriter json, string name, decimal value, int decimals)
    {
        json.WritePropertyName(name);
        json.WriteDecimalValue(value, decimals);
    }

    /// <summary>What is not known is an empty string, as Binance has it.</summary>
    public static void WriteDecimal(this Utf8JsonWriter json, string name, decimal? value, int decimals)
    {
        if (value is { } known)
        {
            json.WriteDecimal(name, known, decimals);
        }
        else
        {
            json.WriteString(name, string.Empty);
        }
    }

    public static void WriteDecimalValue(this Utf8JsonWriter json, decimal value, int decimals)
    {
        Span<char> text = stackalloc char[Longest];
        // Rounded first: a negative value that rounds to zero must not print as "-0.00".
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero).TryFormat(text, out var length, Format(decimals), CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static string Format(int decimals) => decimals switch
    {
        2 => "F2",
        4 => "F4",
        Fine => "F8",
        _ => string.Create(CultureInfo.InvariantCulture, $"F{decimals}"),
    };
}
