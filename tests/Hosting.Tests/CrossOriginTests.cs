using System.Net;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class CrossOriginTests
{
    private const string Page = "https://app.example";

    [Fact]
    public async Task Page_of_a_configured_origin_may_read_the_answer_and_what_matters_of_its_headers()
    {
        await using var service = await RunningService.StartAsync($"--Cors:Origins=http://localhost:5173,{Page}");

        using var response = await SendAsync(service, HttpMethod.Get, "/number?n=1");

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
        string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")).Split(',').ShouldBe(["ETag", "Retry-After", "X-Request-ID"]);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        response.Headers.Vary.ShouldContain("Origin");
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/boom", HttpStatusCode.InternalServerError)]
    public async Task It_may_read_why_it_failed(string path, HttpStatusCode status)
    {
        await using var service = await RunningService.StartAsync($"--Cors:Origins={Page}");

        using var response = await SendAsync(service, HttpMethod.Get, path);

        response.StatusCode.ShouldBe(status);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
    }

    [Fact]
    public async Task Preflight_is_answered()
    {
        await using var service = await RunningService.StartAsync($"--Cors:Origins={Page}");

        using var response = await SendAsync(service, HttpMethod.Options, "/batch", ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Page]);
        response.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["content-type"]);
    }

    [Fact]
    public async Task Page_of_another_origin_may_not()
    {
        await using var service = await RunningService.StartAsync("--Cors:Origins=https://other.example");

        using var response = await SendAsync(service, HttpMethod.Get, "/number?n=1");

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_origins_no_page_may()
    {
        await using var service = await RunningService.StartAsync("--Cors:Origins=");

        using var answer = await SendAsync(service, HttpMethod.Get, "/number?n=1");
        using var preflight = await SendAsync(service, HttpMethod.Options, "/batch", ("Access-Control-Request-Method", "POST"));

        answer.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control"));
        preflight.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        preflight.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control"));
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningService service, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", Page);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await service.Client.SendAsync(request);
    }
}
