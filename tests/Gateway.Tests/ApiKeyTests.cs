using System.Net;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private const string Key = "correct-horse-battery-staple";
    private const string Path = "/api/liquidation-heatmap?symbol=BTCUSDT";

    private StandIn _service = null!;
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _service = await StandIn.StartAsync();
        _gateway = await RunningGateway.InFrontOfAsync(_service, $"--Gateway:ApiKey={Key}", "--Cors:Origins=https://app.example");
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("X-Api-Key", Key)]
    [InlineData("Authorization", $"Bearer {Key}")]
    [InlineData("Authorization", $"bearer {Key}")]
    public async Task Key_opens_and_ends_at_the_gateway(string header, string value)
    {
        using var response = await SendAsync(HttpMethod.Get, Path, (header, value));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _service.OnlyRequest.Target.ShouldBe("/analyze/BTCUSDT");
        _service.OnlyRequest.Headers.Keys.ShouldNotContain("X-Api-Key");
        _service.OnlyRequest.Headers.Keys.ShouldNotContain("Authorization");
        _service.OnlyRequest.Headers.Values.ShouldAllBe(passed => !passed.Contains(Key));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "correct-horse-battery-stapl")]
    [InlineData("X-Api-Key", "correct-horse-battery-staple2")]
    [InlineData("X-Api-Key", "CORRECT-HORSE-BATTERY-STAPLE")]
    [InlineData("Authorization", Key)]
    [InlineData("Authorization", "Bearer")]
    [InlineData("Authorization", "Bearer nonsense")]
    [InlineData("Authorization", $"Basic {Key}")]
    public async Task Without_the_key_nothing_reaches_a_service(string? header, string? value)
    {
        using var response = header is null ? await SendAsync(HttpMethod.Get, Path) : await SendAsync(HttpMethod.Get, Path, (header, value!));

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.Unauthorized, "unauthorized");
        problem.GetProperty("detail").GetString().ShouldBe("This gateway asks for a key: send it as X-Api-Key or as Authorization: Bearer.");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"Omnipotent Futures\"");
        _service.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/liquidation-heatmap/health")]
    [InlineData("/API/liquidation-heatmap/health")]
    [InlineData("/%61pi/liquidation-heatmap/health")]
    [InlineData("/api/nobody")]
    [InlineData("/api")]
    public async Task Everything_below_api_is_behind_the_key(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        _service.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/swagger/index.html")]
    public async Task Health_and_the_gateways_own_pages_stay_open(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Preflight_needs_no_key_for_browsers_send_none()
    {
        using var response = await SendAsync(
            HttpMethod.Options, "/api/liquidation-heatmap", ("Origin", "https://app.example"),
            ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-api-key"));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://app.example"]);
        response.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["x-api-key"]);
        _service.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_may_read_that_the_key_is_missing()
    {
        using var response = await SendAsync(HttpMethod.Get, Path, ("Origin", "https://app.example"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://app.example"]);
    }

    [Theory]
    [InlineData("too-short-to-be")]
    [InlineData("with a space in the middle")]
    [InlineData("with-a-letter-beyond-ascii-ü")]
    public async Task Key_that_cannot_be_one_stops_the_start_and_is_not_repeated(string key)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(RunningGateway.StartAsync([$"--Gateway:ApiKey={key}"]));

        failure.Failures.ShouldHaveSingleItem().ShouldStartWith("Gateway:ApiKey cannot be a key: it must be at least 16 printable ASCII characters without spaces");
        failure.Message.ShouldNotContain(key);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _gateway.Client.SendAsync(request);
    }
}
