using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>Compares an answer with a sample: every member of the sample must be there with its type; more may be.</summary>
internal static class JsonShape
{
    public static void ShouldCover(this JsonElement actual, JsonElement sample, string path = "$")
    {
        Kind(actual).ShouldBe(Kind(sample), path);
        switch (sample.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in sample.EnumerateObject())
                {
                    actual.TryGetProperty(member.Name, out var value).ShouldBeTrue($"{path}.{member.Name} is missing");
                    value.ShouldCover(member.Value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                actual.GetArrayLength().ShouldBeGreaterThan(0, path);
                foreach (var element in actual.EnumerateArray())
                {
                    element.ShouldCover(sample[0], $"{path}[]");
                }

                break;
        }
    }

    private static JsonValueKind Kind(JsonElement element) => element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
