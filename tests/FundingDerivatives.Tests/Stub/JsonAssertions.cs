using System.Net;
using System.Text.Json.Nodes;

namespace OmnipotentFutures.FundingDerivatives.Tests.Stub;

internal static class JsonAssertions
{
    public static JsonNode? ShouldContainName(this JsonObject json, string name)
    {
        json.TryGetPropertyValue(name, out var value).ShouldBeTrue($"there is no {name} in {json.ToJsonString()}");
        return value;
    }

    /// <summary>The member is there and equal as JSON: 0.5000 is 0.5, and members may be in any order.</summary>
    public static void ShouldHaveJson(this JsonNode? json, string name, string expected)
    {
        var value = json.ShouldNotBeNull().AsObject().ShouldContainName(name);
        JsonNode.DeepEquals(Normal(value), Normal(JsonNode.Parse(expected))).ShouldBeTrue($"{name} is {value?.ToJsonString() ?? "null"}, expected {expected}");
    }

    /// <summary>The node is equal as JSON (0.5000 is 0.5, members may be in any order) but for some members, wherever they are.</summary>
    public static void ShouldBeJson(this JsonNode? json, string expected, params string[] ignoring)
    {
        var (actual, wanted) = (Without(json, ignoring), Without(JsonNode.Parse(expected), ignoring));
        JsonNode.DeepEquals(actual, wanted).ShouldBeTrue($"{actual?.ToJsonString()}, expected {wanted?.ToJsonString()}");
    }

    public static IReadOnlyList<string> Codes(this JsonNode report) =>
        [.. report["meta"]!["warnings"]!.AsArray().Select(warning => warning!["code"]!.GetValue<string>())];

    public static IReadOnlyList<string> MissingInputs(this JsonNode report) =>
        [.. report["meta"]!["missing_inputs"]!.AsArray().Select(input => input!.GetValue<string>())];

    public static async Task<HttpResponseMessage> ShouldFailAsync(this ServiceUnderTest service, string symbol, HttpStatusCode status, string code)
    {
        var response = await service.Http.GetAsync($"/analyze/{symbol}");
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(body).ShouldHaveJson("code", $"\"{code}\"");
        JsonNode.Parse(body).ShouldHaveJson("success", "false");
        return response;
    }

    private static JsonNode? Without(JsonNode? node, string[] names) => node is JsonObject json
        ? new JsonObject(json.Where(member => !names.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, Without(member.Value, names))))
        : Normal(node);

    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(member.Key, Normal(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Normal)]),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<decimal>() / 1.0000000000000000000000000000m),
        _ => node?.DeepClone(),
    };
}
