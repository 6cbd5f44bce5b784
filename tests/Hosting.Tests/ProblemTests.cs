using System.Net;
using System.Text;
using OmnipotentFutures.Hosting.Limits;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class ProblemTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Unknown_path_is_not_found()
    {
        using var response = await _service.Client.GetAsync("/nowhere");

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.NotFound, "not_found");
        problem.GetProperty("detail").GetString().ShouldBe("There is nothing at this path. /swagger lists what there is.");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/csv;q=0.9")]
    [InlineData("nonsense")]
    public async Task Problem_is_json_whatever_the_caller_accepts(string accept)
    {
        _service.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        using var missing = await _service.Client.GetAsync("/nowhere");
        using var failed = await _service.Client.GetAsync("/boom");

        await RunningService.ReadProblemAsync(missing, HttpStatusCode.NotFound, "not_found");
        await RunningService.ReadProblemAsync(failed, HttpStatusCode.InternalServerError, "internal_error");
    }

    [Fact]
    public async Task Wrong_method_is_not_allowed_and_says_which_are()
    {
        using var response = await _service.Client.DeleteAsync("/batch");

        await RunningService.ReadProblemAsync(response, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_the_limit_is_too_large(bool lengthKnown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/raw") { Content = new ByteArrayContent(new byte[ServerLimits.MaxRequestBodyBytes + 1]) };
        request.Headers.TransferEncodingChunked = !lengthKnown;

        using var response = await _service.Client.SendAsync(request);

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
        problem.GetProperty("detail").GetString().ShouldBe("The request body is larger than 64 KB.");
    }

    [Fact]
    public async Task Json_body_over_the_limit_is_too_large()
    {
        var symbols = string.Join(",", Enumerable.Repeat("\"BTCUSDT\"", 10_000));

        using var response = await PostAsync($$"""{"symbols":[{{symbols}}]}""");

        await RunningService.ReadProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Body_that_is_not_json_is_unsupported(string mediaType)
    {
        using var response = await PostAsync("""{"symbols":[]}""", mediaType);

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        problem.GetProperty("detail").GetString().ShouldBe("The request body must be JSON: send it with Content-Type: application/json.");
    }

    [Theory]
    [InlineData("{", "The request body is not the JSON that is expected at $.")]
    [InlineData("""{"symbols":[1]}""", "The request body is not the JSON that is expected at $.symbols[0].")]
    [InlineData("""{"symbols":"BTCUSDT"}""", "The request body is not the JSON that is expected at $.symbols.")]
    [InlineData("", "The request body or a parameter is missing or cannot be read.")]
    [InlineData("null", "The request body or a parameter is missing or cannot be read.")]
    public async Task Json_that_cannot_be_read_is_an_invalid_request_and_says_where(string body, string detail)
    {
        using var response = await PostAsync(body);

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.BadRequest, "invalid_request");
        problem.GetProperty("detail").GetString().ShouldBe(detail);
    }

    [Theory]
    [InlineData("/number")]
    [InlineData("/number?n=many")]
    public async Task Parameter_that_cannot_be_read_is_an_invalid_request(string path)
    {
        using var response = await _service.Client.GetAsync(path);

        await RunningService.ReadProblemAsync(response, HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Failure_of_our_own_tells_the_trace_id_and_nothing_of_the_cause()
    {
        using var response = await _service.Client.GetAsync("/boom");

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.InternalServerError, "internal_error");
        problem.GetProperty("detail").GetString().ShouldBe("Something went wrong on our side. The log has the cause under this trace_id.");
    }

    [Fact]
    public async Task Error_of_a_handler_carries_its_code_sentence_details_and_when_to_come_back()
    {
        using var response = await _service.Client.GetAsync("/limited");

        var problem = await RunningService.ReadProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream_rate_limited");
        problem.GetProperty("detail").GetString().ShouldBe("The exchange asks us to wait.");
        problem.GetProperty("closest").EnumerateArray().Select(symbol => symbol.GetString()).ShouldBe(["BTCUSDT"]);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private Task<HttpResponseMessage> PostAsync(string body, string mediaType = "application/json") =>
        _service.Client.PostAsync("/batch", new StringContent(body, Encoding.UTF8, mediaType));
}
