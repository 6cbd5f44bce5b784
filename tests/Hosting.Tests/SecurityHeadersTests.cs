using System.Net;
using System.Text.RegularExpressions;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private RunningService _service = null!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData("/number?n=1")]
    [InlineData("/number?n=many")]
    [InlineData("/nowhere")]
    [InlineData("/boom")]
    [InlineData("/health")]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/v1/swagger.json")]
    public async Task Every_answer_has_them_once_and_none_says_what_serves_it(string path)
    {
        using var response = await _service.Client.GetAsync(path);

        var headers = response.Headers;
        headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["same-origin"]);
        headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("frame-ancestors 'none'");
        headers.Contains("Server").ShouldBeFalse();
        headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/number?n=1")]
    [InlineData("/nowhere")]
    [InlineData("/boom")]
    public async Task Data_may_load_and_run_nothing(string path)
    {
        using var response = await _service.Client.GetAsync(path);

        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
    }

    [Fact]
    public async Task Swagger_page_may_load_its_own_files_and_needs_no_more()
    {
        using var response = await _service.Client.GetAsync("/swagger/index.html");
        var page = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldNotContain("unsafe");
        Regex.Matches(page, "<script(?<attributes>[^>]*)>(?<body>[^<]*)").ShouldAllBe(script =>
            script.Groups["attributes"].Value.Contains("src=") && string.IsNullOrWhiteSpace(script.Groups["body"].Value));
        Regex.Matches(page, "(?:src|href)=\"(?<url>[^\"]*)\"").ShouldAllBe(file => !file.Groups["url"].Value.Contains(':') && !file.Groups["url"].Value.StartsWith("//"));
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain(" on" + "load=");
    }
}
