namespace OmnipotentFutures.Hosting.Tests;

public sealed class LoggingTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Every_request_is_one_line_with_its_request_id_and_trace_id()
    {
        var line = (await LinesAfterAsync("/number?n=1")).ShouldHaveSingleItem();

        line.ShouldContain("INF] test-service: GET /number answered 200 in ");
        line.ShouldEndWith($" ms (order-42) {Trace}");
    }

    [Fact]
    public async Task A_path_cannot_write_lines_of_its_own() =>
        (await LinesAfterAsync("/number%0A[12:00:00%20ERR]%20forged")).ShouldHaveSingleItem().ShouldContain("GET /number%0A[12:00:00%20ERR]%20forged answered 404");

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Probe_leaves_no_line(string path) =>
        (await LinesAfterAsync(path, "/number?n=1")).ShouldHaveSingleItem().ShouldContain("GET /number");

    [Fact]
    public async Task Cause_of_a_failure_is_found_under_its_trace_id()
    {
        var lines = await LinesAfterAsync("/boom");

        lines.ShouldContain(line => line.Contains("ERR] test-service: An unhandled exception") && line.EndsWith(Trace));
        lines.ShouldContain(line => line.Contains("a secret of ours"));
    }

    [Fact]
    public async Task Callers_own_mistake_is_no_failure_in_the_log()
    {
        var lines = await LinesAfterAsync("/number?n=many");

        lines.ShouldHaveSingleItem().ShouldContain("INF] test-service: GET /number answered 400 in ");
    }

    private static async Task<string[]> LinesAfterAsync(params string[] paths)
    {
        await using var service = await RunningService.StartAsync();
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Request-ID", "order-42");
            request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            using var response = await service.Client.SendAsync(request);
        }

        // Stopping writes what the log still holds.
        await service.App.DisposeAsync();
        return await File.ReadAllLinesAsync(Directory.GetFiles(service.Logs, "test-service-*.log").ShouldHaveSingleItem());
    }
}
