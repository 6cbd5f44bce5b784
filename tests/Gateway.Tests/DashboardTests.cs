using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class DashboardTests : IAsyncLifetime
{
    private const string Page = "<!doctype html><title>Dashboard</title>";
    private const string Accuracy = "<!doctype html><title>Accuracy</title>";
    private const string Script = "/assets/main-0a1b2c3d.js";
    private static readonly string ScriptText = string.Concat(Enumerable.Repeat("console.log('chart');\n", 500));

    private readonly string _folder = Directory.CreateTempSubdirectory("omnipotent-futures-").FullName;
    private StandIn _service = null!;
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        Write("index.html", Page);
        Write("accuracy.html", Accuracy);
        Write("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Write("notes.unknown", "not for the web");
        Write(Script, ScriptText);
        Write("assets/style-0a1b2c3d.css", "body{}");
        _service = await StandIn.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(ScriptText);
        });
        _gateway = await RunningGateway.InFrontOfAsync(_service, $"--webroot={_folder}", "--Gateway:ApiKey=0123456789abcdef");
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/", Page)]
    [InlineData("/index.html", Page)]
    [InlineData("/accuracy.html", Accuracy)]
    public async Task Page_is_asked_for_anew_and_runs_only_what_lies_beside_it(string path, string text)
    {
        using var response = await _gateway.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe(text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Cache-Control").ShouldBe(["no-cache"]);
        response.Headers.ETag.ShouldNotBeNull();
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(
            ["default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData(Script, "text/javascript")]
    [InlineData("/assets/style-0a1b2c3d.css", "text/css")]
    public async Task File_with_a_hash_in_its_name_is_kept_for_a_year(string path, string type)
    {
        using var response = await _gateway.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.GetValues("Cache-Control").ShouldBe(["public, max-age=31536000, immutable"]);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task File_is_compressed_for_those_who_ask(string encoding)
    {
        using var response = await GetAsync(Script, ("Accept-Encoding", encoding));

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        var body = await response.Content.ReadAsByteArrayAsync();
        body.Length.ShouldBeLessThan(ScriptText.Length / 10);
        using var packed = new MemoryStream(body);
        await using Stream plain = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync()).ShouldBe(ScriptText);
    }

    [Fact]
    public async Task What_is_passed_on_is_not_compressed()
    {
        using var response = await GetAsync("/api/liquidation-heatmap/page.html", ("Accept-Encoding", "br"), ("X-Api-Key", "0123456789abcdef"));

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        response.Headers.Vary.ShouldBeEmpty();
        response.Headers.CacheControl.ShouldBeNull();
        (await response.Content.ReadAsStringAsync()).ShouldBe(ScriptText);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Script)]
    public async Task File_that_the_caller_has_is_not_sent_again(string path)
    {
        using var first = await GetAsync(path, ("Accept-Encoding", "br"));

        using var second = await GetAsync(path, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        second.Headers.GetValues("Cache-Control").ShouldBe(first.Headers.GetValues("Cache-Control"));
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_tells_what_get_would_and_sends_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var response = await _gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(Encoding.UTF8.GetByteCount(Page));
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/assets")]
    [InlineData("/assets/")]
    [InlineData("/assets/main-gone.js")]
    [InlineData("/notes.unknown")]
    [InlineData("/%2e%2e/gateway.json")]
    [InlineData("/..%2fgateway.json")]
    public async Task What_is_no_file_of_the_dashboard_is_not_found(string path)
    {
        using var response = await _gateway.Client.GetAsync(path);

        await RunningGateway.ReadProblemAsync(response, HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Documentation_and_health_are_where_they_were()
    {
        using var documentation = await _gateway.Client.GetAsync("/swagger/index.html");
        using var health = await _gateway.Client.GetAsync("/health/live");

        documentation.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await documentation.Content.ReadAsStringAsync()).ShouldContain("swagger-ui");
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder, path.TrimStart('/')), text);

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _gateway.Client.SendAsync(request);
    }
}
