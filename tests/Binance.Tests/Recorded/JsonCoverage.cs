using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmnipotentFutures.Binance.Json;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Tests.Recorded;

/// <summary>Compares a body with what its model makes of it, member by member, and notes every difference.</summary>
internal sealed class JsonCoverage(IReadOnlyDictionary<string, string> omitted)
{
    private readonly List<string> _findings = [];
    private readonly HashSet<string> _omissionsSeen = [];

    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Members that were met and are left out on purpose.</summary>
    public IReadOnlySet<string> OmissionsSeen => _omissionsSeen;

    public void Compare(string name, string body, JsonTypeInfo type)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            Compare(name, document.RootElement, JsonSerializer.Deserialize(body, type), type);
        }
        catch (JsonException failure)
        {
            _findings.Add($"{name}: does not parse as {type.Type.Name}: {failure.Message}");
        }
    }

    private void Compare(string where, JsonElement json, object? value, JsonTypeInfo type)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when type.Kind == JsonTypeInfoKind.Object:
                CompareMembers(where, json, value!, type);
                break;
            case JsonValueKind.Array when value is Kline[] bars:
                Expect(where, "length", json.GetArrayLength(), bars.Length);
                foreach (var (index, (element, bar)) in json.EnumerateArray().Zip(bars).Index())
                {
                    CompareBar($"{where}[{index}]", element, bar);
                }

                break;
            case JsonValueKind.Array when type.Kind == JsonTypeInfoKind.Enumerable:
                var rows = ((IEnumerable)value!).Cast<object?>().ToArray();
                Expect(where, "length", json.GetArrayLength(), rows.Length);
                foreach (var (index, (element, row)) in json.EnumerateArray().Zip(rows).Index())
                {
                    Compare($"{where}[{index}]", element, row, TypeOf(type.ElementType!));
                }

                break;
            default:
                Expect(where, "value", Scalar(json, value), value);
                break;
        }
    }

    private void CompareMembers(string where, JsonElement json, object value, JsonTypeInfo type)
    {
        foreach (var member in json.EnumerateObject())
        {
            var path = $"{type.Type.Name}.{member.Name}";
            // Computed members have a name in the metadata too, but nothing is read into them.
            var mapped = type.Properties.FirstOrDefault(property => property.Name == member.Name && (property.Set ?? (object?)property.AssociatedParameter) is not null);
            if (mapped is not null)
            {
                Compare($"{where}.{member.Name}", member.Value, mapped.Get!(value), TypeOf(mapped.PropertyType));
            }
            else if (omitted.ContainsKey(path))
            {
                _omissionsSeen.Add(path);
            }
            else
            {
                _findings.Add($"{where}: {path} is neither read nor left out on purpose");
            }
        }
    }

    private void CompareBar(string where, JsonElement json, Kline bar)
    {
        object[] read =
        [
            bar.OpenTime, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, bar.CloseTime, bar.QuoteVolume, bar.Trades, bar.TakerBuyVolume, bar.TakerBuyQuoteVolume,
        ];
        foreach (var (index, (element, value)) in json.EnumerateArray().Zip(read).Index())
        {
            Expect(where, $"element {index}", Scalar(element, value), value);
        }
    }

    private void Expect(string where, string what, object? expected, object? actual)
    {
        if (!Equals(expected, actual))
        {
            _findings.Add($"{where}: {what} is {actual ?? "null"} instead of {expected ?? "null"}");
        }
    }

    // What the model should hold, in the type that it holds it in.
    private static object? Scalar(JsonElement json, object? value) => json.ValueKind switch
    {
        JsonValueKind.String when value is string => json.GetString(),
        JsonValueKind.String when json.GetString() is { Length: > 0 } text => Convert.ChangeType(text, value?.GetType() ?? typeof(string), CultureInfo.InvariantCulture),
        JsonValueKind.String or JsonValueKind.Null => null,
        JsonValueKind.Number => Convert.ChangeType(json.GetDecimal(), value?.GetType() ?? typeof(decimal), CultureInfo.InvariantCulture),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => json.GetRawText(),
    };

    private static JsonTypeInfo TypeOf(Type type) =>
        BinanceJsonContext.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"BinanceJsonContext has no metadata of {type}.");
}
