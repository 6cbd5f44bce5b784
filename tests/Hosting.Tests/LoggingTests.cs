using Microsoft.Extensions.Time.Testing;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class LoggingTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Answered_request_leaves_a_line_at_debug_with_its_request_id_and_trace_id()
    {
        var lines = await LinesAfterAsync(["--Serilog:MinimumLevel:Override:OmnipotentFutures.Hosting=Debug"], "/number?n=1");

        var line = lines.ShouldHaveSingleItem();
        line.ShouldContain("DBG] test-service: GET /number answered 200 in ");
        line.ShouldEndWith($" ms (order-42) {Trace}");
    }

    [Fact]
    public async Task Answered_request_leaves_no_line_otherwise() => (await LinesAfterAsync("/number?n=1")).ShouldBeEmpty();

    [Fact]
    public async Task Slow_request_is_a_warning() =>
        (await LinesAfterAsync("/slow")).ShouldHaveSingleItem().ShouldContain("WRN] test-service: GET /slow answered 200 in 1000.0 ms (order-42)");

    [Fact]
    public async Task Flood_of_refused_requests_does_not_fill_the_log_nor_hide_a_failure()
    {
        var flood = Enumerable.Repeat("/nowhere", 300).Append("/boom").ToArray();

        var lines = await LinesAfterAsync(flood);

        lines.Count(line => line.Contains("GET /nowhere answered 404")).ShouldBe(120);
        lines.Where(line => line.Contains("WRN")).ShouldHaveSingleItem().ShouldContain("test-service: 120 requests like this one have a line within this minute: further ones are at Debug until it ends.");
        lines.ShouldContain(line => line.Contains("ERR] test-service: GET /boom answered 500"));
    }

    [Fact]
    public void Allowance_is_whole_again_with_the_next_minute()
    {
        var time = new FakeTimeProvider();
        var allowance = new LineAllowance(2, time);

        Take().ShouldBe((true, false));
        Take().ShouldBe((true, true));
        Take().ShouldBe((false, false));
        time.Advance(TimeSpan.FromMinutes(1));
        Take().ShouldBe((true, false));

        (bool Taken, bool Last) Take() => (allowance.TryTake(out var last), last);
    }

    [Fact]
    public async Task A_path_cannot_write_lines_of_its_own() =>
        (await LinesAfterAsync("/number%0A[12:00:00%20ERR]%20forged")).ShouldHaveSingleItem().ShouldContain("GET /number%0A[12:00:00%20ERR]%20forged answered 404");

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Probe_leaves_no_line(string path) =>
        (await LinesAfterAsync(path, "/nowhere")).ShouldHaveSingleItem().ShouldContain("GET /nowhere");

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

    private static Task<string[]> LinesAfterAsync(params string[] paths) => LinesAfterAsync([], paths);

    private static async Task<string[]> LinesAfterAsync(string[] settings, params string[] paths)
    {
        await using var service = await RunningService.StartAsync(settings);
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Request-ID", "order-42");
            request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            using var response = await service.Client.SendAsync(request);
        }

        // Stopping writes what the log still holds.
        await service.App.DisposeAsync();
        return Directory.GetFiles(service.Logs, "test-service-*.log") is [var file] ? await File.ReadAllLinesAsync(file) : [];
    }
}
