using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Routes;

public sealed class LanguageTests(HealthyService healthy) : IClassFixture<HealthyService>
{
    private readonly AnalysisService _service = healthy.Service;

    [Theory]
    [InlineData("", null, "tr")]
    [InlineData("?lang=", null, "tr")]
    [InlineData("?lang=en", null, "en")]
    [InlineData("?lang=EN", null, "en")]
    [InlineData("?lang=en-GB", null, "en")]
    [InlineData("?lang=tr", "en", "tr")]
    [InlineData("?lang=en", "tr", "en")]
    [InlineData("", "en", "en")]
    [InlineData("", "en-US,en;q=0.9", "en")]
    [InlineData("", "tr;q=0.5, en;q=0.9", "en")]
    [InlineData("", "en;q=0.5, tr;q=0.9", "tr")]
    [InlineData("", "en;q=0, tr;q=0.1", "tr")]
    [InlineData("", "en;q=0", "tr")]
    [InlineData("", "de, en;q=0.5", "en")]
    [InlineData("", "de", "tr")]
    [InlineData("", "*", "tr")]
    [InlineData("", "en;q=rubbish", "tr")]
    [InlineData("", ";;;,,q=1", "tr")]
    public async Task Language_is_negotiated(string query, string? header, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/analyze/BTCUSDT{query}");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", header);
        }

        using var response = await _service.Http.SendAsync(request);

        (await response.ShouldSucceedAsync()).GetProperty("language").GetString().ShouldBe(language);
        response.Content.Headers.ContentLanguage.ShouldBe([language]);
        response.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("english")]
    [InlineData("tr&lang=en")]
    [InlineData("%00")]
    [InlineData("<script>")]
    public async Task Language_that_there_is_not_is_an_invalid_request(string lang)
    {
        using var analysis = await _service.AnalyzeAsync($"BTCUSDT?lang={lang}");
        await analysis.ShouldFailAsync(400, "invalid_request");

        using var batch = await _service.Http.PostAsync(new Uri($"/batch?lang={lang}", UriKind.Relative), null);
        await batch.ShouldFailAsync(400, "invalid_request");
    }

    [Fact]
    public async Task Batch_speaks_the_language_asked_for()
    {
        using var content = new StringContent("""{"symbols":["BTCUSDT"]}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await _service.Http.PostAsync(new Uri("/batch?lang=en", UriKind.Relative), content);

        var data = await response.ShouldSucceedAsync();
        data.GetProperty("results")[0].GetProperty("data").GetProperty("language").GetString().ShouldBe("en");
        response.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        response.Headers.Vary.ShouldContain("Accept-Language");
    }
}
