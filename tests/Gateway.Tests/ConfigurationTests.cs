using System.Net;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

/// <summary>Alone: environment variables belong to the whole process.</summary>
[Collection(nameof(ConfigurationTests))]
[CollectionDefinition(nameof(ConfigurationTests), DisableParallelization = true)]
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Command_line_wins_over_the_environment_and_that_over_the_file()
    {
        await using var byFlag = await StandIn.StartAsync();
        await using var byEnvironment = await StandIn.StartAsync();
        Environment.SetEnvironmentVariable("LIQUIDATION_SERVICE_URL", byEnvironment.Url);
        Environment.SetEnvironmentVariable("FUNDING_SERVICE_URL", byEnvironment.Url);
        try
        {
            await using var gateway = await RunningGateway.InFrontOfAsync(byFlag);

            using var liquidation = await gateway.Client.GetAsync("/api/liquidation-heatmap?symbol=BTCUSDT");
            using var funding = await gateway.Client.GetAsync("/api/funding-derivatives?symbol=ETHUSDT");

            byFlag.OnlyRequest.Target.ShouldBe("/analyze/BTCUSDT");
            byEnvironment.OnlyRequest.Target.ShouldBe("/analyze/ETHUSDT");
        }
        finally
        {
            Environment.SetEnvironmentVariable("LIQUIDATION_SERVICE_URL", null);
            Environment.SetEnvironmentVariable("FUNDING_SERVICE_URL", null);
        }
    }

    [Fact]
    public void File_lists_the_services_at_their_usual_ports()
    {
        using var app = GatewayService.Build();
        var options = ((IServiceProvider)app.Services).GetService(typeof(IOptions<GatewayOptions>)).ShouldBeAssignableTo<IOptions<GatewayOptions>>();

        options!.Value.TimeoutSeconds.ShouldBe(10);
        options.Value.Services.Select(service => (service.Name, service.Url, service.UrlVariable)).ShouldBe(
        [
            ("liquidation-heatmap", "http://localhost:5013", "LIQUIDATION_SERVICE_URL"),
            ("funding-derivatives", "http://localhost:5014", "FUNDING_SERVICE_URL"),
        ]);
    }

    [Fact]
    public async Task Another_service_is_one_more_entry()
    {
        await using var service = await StandIn.StartAsync();
        await using var gateway = await RunningGateway.StartAsync(
            ["--Gateway:Services:2:Name=whale-activity", $"--Gateway:Services:2:Url={service.Url}"]);

        using var response = await gateway.Client.GetAsync("/api/whale-activity?symbol=BTCUSDT");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.OnlyRequest.Target.ShouldBe("/analyze/BTCUSDT");
    }

    [Fact]
    public async Task Variable_that_is_empty_is_not_set()
    {
        await using var gateway = await RunningGateway.StartAsync(["--LIQUIDATION_SERVICE_URL="]);

        (await gateway.Client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("--LIQUIDATION_SERVICE_URL=localhost:5013",
        "LIQUIDATION_SERVICE_URL is 'localhost:5013': it must be an http or https address such as http://localhost:5013, without query, fragment or password.")]
    [InlineData("--FUNDING_SERVICE_URL=ftp://localhost",
        "FUNDING_SERVICE_URL is 'ftp://localhost': it must be an http or https address such as http://localhost:5013, without query, fragment or password.")]
    [InlineData("--FUNDING_SERVICE_URL=http://localhost/?a=b",
        "FUNDING_SERVICE_URL is 'http://localhost/?a=b': it must be an http or https address such as http://localhost:5013, without query, fragment or password.")]
    [InlineData("--Gateway:Services:1:Url=nowhere",
        "Gateway:Services:1:Url is 'nowhere': it must be an http or https address such as http://localhost:5013, without query, fragment or password.")]
    [InlineData("--Gateway:Services:1:Name=liquidation-heatmap",
        "Gateway:Services:1:Name repeats 'liquidation-heatmap': every service needs a name of its own.")]
    [InlineData("--Gateway:Services:0:Name=Liquidation/Heatmap",
        "Gateway:Services:0:Name is 'Liquidation/Heatmap': a service's name is lower-case letters, digits and hyphens, such as funding-derivatives.")]
    [InlineData("--Gateway:TimeoutSeconds=0", "Gateway:TimeoutSeconds is 0: it must be above 0 and at most 300 seconds.")]
    [InlineData("--Gateway:TimeoutSeconds=300.5", "Gateway:TimeoutSeconds is 300.5: it must be above 0 and at most 300 seconds.")]
    [InlineData("--Gateway:TimeoutSeconds=NaN", "Gateway:TimeoutSeconds is NaN: it must be above 0 and at most 300 seconds.")]
    public async Task Bad_setting_stops_the_start_with_a_sentence_that_names_it(string setting, string sentence)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(RunningGateway.StartAsync([setting]));

        failure.Failures.ShouldBe([sentence]);
    }
}
