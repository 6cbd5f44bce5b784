using System.Text.Json;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>What every answer must obey.</summary>
internal static class ServiceAnswers
{
    private static readonly string[] Internals =
        ["   at ", "Exception", "System.", "Microsoft.", "OmnipotentFutures.", "StubAnalyzer", "BatchRequest", ".cs:line", StubAnalyzer.Bug, "secret-of-the-exchange"];

    /// <summary>The body of an answer that succeeded.</summary>
    public static async Task<JsonElement> ShouldSucceedAsync(this HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var json = Parse(body);
        json.GetProperty("success").GetBoolean().ShouldBeTrue();
        return json.GetProperty("data");
    }

    /// <summary>The problem document of an answer that failed, with everything the contract promises of it.</summary>
    public static async Task<JsonElement> ShouldFailAsync(this HttpResponseMessage response, int status, string code)
    {
        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, body);
        ShouldNameNoInternals(body);
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        var problem = Parse(body);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("success").GetBoolean().ShouldBeFalse();
        problem.GetProperty("trace_id").GetString().ShouldNotBeNullOrEmpty();
        var detail = problem.GetProperty("detail").GetString()!;
        detail.ShouldEndWith(detail[^1] == '?' ? "?" : ".");
        detail.Length.ShouldBeInRange(20, 300);
        return problem;
    }

    public static void ShouldNameNoInternals(string body)
    {
        foreach (var word in Internals)
        {
            body.ShouldNotContain(word, Case.Sensitive);
        }
    }

    public static JsonElement Parse(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
