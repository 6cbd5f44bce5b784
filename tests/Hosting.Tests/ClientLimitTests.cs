using System.Net;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class ClientLimitTests
{
    // So seldom that no token comes back while a test runs.
    private static readonly string[] ThreeThenOneAnHour = ["--ClientLimit:PerSecond=0.0003", "--ClientLimit:Burst=3"];

    [Fact]
    public async Task Client_over_its_limit_is_told_the_limit_and_when_to_come_back()
    {
        await using var service = await RunningService.StartAsync(ThreeThenOneAnHour);
        for (var i = 0; i < 3; i++)
        {
            (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
        }

        using var response = await service.Client.GetAsync("/number?n=1");

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.TooManyRequests, "rate_limited");
        problem.GetProperty("detail").GetString().ShouldBe(
            "You ask too often: a client may send 0.0003 requests per second, and 3 at once after a pause. Wait for as long as Retry-After says; a batch asks for 20 symbols in one request.");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3334));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_and_does_not_count(string path)
    {
        await using var service = await RunningService.StartAsync(ThreeThenOneAnHour);
        for (var i = 0; i < 5; i++)
        {
            (await service.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
    }

    [Fact]
    public async Task Paths_that_do_not_exist_count_too()
    {
        await using var service = await RunningService.StartAsync(ThreeThenOneAnHour);
        for (var i = 0; i < 3; i++)
        {
            (await service.Client.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await service.Client.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_a_limit_nobody_is_refused()
    {
        await using var service = await RunningService.StartAsync("--ClientLimit:Burst=1");

        for (var i = 0; i < 20; i++)
        {
            (await service.Client.GetStringAsync("/number?n=1")).ShouldBe("1");
        }
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_believed_every_caller_has_a_limit_of_its_own()
    {
        await using var service = await RunningService.StartAsync([.. ThreeThenOneAnHour, "--ForwardedHeaders_Enabled=true"]);
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(service, "192.0.2.1")).ShouldBe(HttpStatusCode.OK);
        }

        (await SendAsync(service, "192.0.2.1")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await SendAsync(service, "192.0.2.2")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Claim_of_another_address_is_not_believed_otherwise()
    {
        await using var service = await RunningService.StartAsync(ThreeThenOneAnHour);
        for (var i = 0; i < 3; i++)
        {
            (await SendAsync(service, $"192.0.2.{i}")).ShouldBe(HttpStatusCode.OK);
        }

        (await SendAsync(service, "192.0.2.9")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Refusals_of_a_client_are_one_line_in_the_log()
    {
        await using var service = await RunningService.StartAsync(ThreeThenOneAnHour);
        for (var i = 0; i < 20; i++)
        {
            using var response = await service.Client.GetAsync("/number?n=1");
        }

        await service.App.DisposeAsync();

        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(service.Logs, "test-service-*.log").ShouldHaveSingleItem());
        lines.ShouldHaveSingleItem().ShouldContain("WRN] test-service: 127.0.0.1 asks more often than 0.0003 times a second and is refused (");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3:3:4:5:6", "2001:db8:1:3::")]
    [InlineData("::1", "::1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public void Client_is_an_address_of_IPv4_or_a_network_of_IPv6(string address, string client) =>
        ClientAddress.Of(IPAddress.Parse(address)).ShouldBe(IPAddress.Parse(client));

    private static async Task<HttpStatusCode> SendAsync(RunningService service, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/number?n=1");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var response = await service.Client.SendAsync(request);
        return response.StatusCode;
    }
}
