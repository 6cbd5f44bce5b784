using System.Net;
using System.Text.Json;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_names_the_service_and_its_routes()
    {
        await using var service = await RunningService.StartAsync();

        var document = JsonElement.Parse(await service.Client.GetStringAsync("/swagger/v1/swagger.json"));

        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Test Service");
        document.GetProperty("info").GetProperty("description").GetString().ShouldBe("Answers tests.");
        document.GetProperty("paths").GetProperty("/number").GetProperty("get").GetProperty("operationId").GetString().ShouldBe("Number");
    }

    [Fact]
    public async Task Page_that_shows_the_document_is_served()
    {
        await using var service = await RunningService.StartAsync();

        using var response = await service.Client.GetAsync("/swagger");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<title>Test Service</title>");
    }
}
