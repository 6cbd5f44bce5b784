using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OmnipotentFutures.EndToEnd;

/// <summary>Calls that answer JSON, and ways into it.</summary>
internal static class JsonHttp
{
    /// <summary>Gets JSON, with the answer itself as the message when it is not the status expected.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient http, Uri address, int status = 200)
    {
        using var response = await http.GetAsync(address);
        return await ReadAsync(response, status);
    }

    /// <summary>Posts JSON and gets JSON.</summary>
    public static async Task<JsonElement> PostJsonAsync(this HttpClient http, Uri address, string json, int status = 200)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(address, content);
        return await ReadAsync(response, status);
    }

    /// <summary>What lies at a path such as <c>funding_rate.interval_risk.status</c>.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            element = element.TryGetProperty(name, out var member) ? member : throw new KeyNotFoundException($"No {name} of {path} in {element}");
        }

        return element;
    }

    public static string? TextAt(this JsonElement element, string path) => element.At(path).GetString();

    public static decimal NumberAt(this JsonElement element, string path) => element.At(path).GetDecimal();

    /// <summary>A number as Binance writes it, in quotes.</summary>
    public static decimal QuotedNumberAt(this JsonElement element, string path) => decimal.Parse(element.TextAt(path)!, CultureInfo.InvariantCulture);

    public static long TimeAt(this JsonElement element, string path) => element.At(path).GetInt64();

    public static JsonElement[] ArrayAt(this JsonElement element, string path) => [.. element.At(path).EnumerateArray()];

    public static string[] TextsAt(this JsonElement element, string path) => [.. element.At(path).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>Codes of <c>meta.warnings</c>.</summary>
    public static string[] WarningCodes(this JsonElement data) => [.. data.ArrayAt("meta.warnings").Select(warning => warning.TextAt("code")!)];

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status)
    {
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
