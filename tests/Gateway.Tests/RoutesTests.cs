using System.Net;
using System.Net.Http.Json;
using OmnipotentFutures.Gateway.Tests.Support;

namespace OmnipotentFutures.Gateway.Tests;

public sealed class RoutesTests : IAsyncLifetime
{
    private StandIn _service = null!;
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _service = await StandIn.StartAsync(async context =>
        {
            context.Response.ContentType = context.Request.ContentType;
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        _gateway = await RunningGateway.InFrontOfAsync(_service);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("?symbol=BTCUSDT", "/analyze/BTCUSDT")]
    [InlineData("?symbol=BTCUSDT&lang=en&range=0.1", "/analyze/BTCUSDT?lang=en&range=0.1")]
    [InlineData("?lang=en&SYMBOL=BTCUSDT&note=a%20b%26c", "/analyze/BTCUSDT?lang=en&note=a%20b%26c")]
    [InlineData("?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT", "/analyze/%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT")]
    [InlineData("?symbol=BTC/USDT", "/analyze/BTC%2FUSDT")]
    [InlineData("?symbol=BTC%3FUSDT%23", "/analyze/BTC%3FUSDT%23")]
    [InlineData("?symbol=BTC%25USDT", "/analyze/BTC%25USDT")]
    public async Task Get_asks_the_service_to_analyze_the_symbol_and_passes_other_parameters_on(string query, string target)
    {
        using var response = await _gateway.Client.GetAsync("/api/liquidation-heatmap" + query);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _service.OnlyRequest.Method.ShouldBe("GET");
        _service.OnlyRequest.Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?symbol=")]
    [InlineData("?symbol=%20")]
    [InlineData("?lang=en")]
    public async Task Get_without_a_symbol_is_refused_with_an_example(string query)
    {
        using var response = await _gateway.Client.GetAsync("/api/liquidation-heatmap" + query);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadRequest, "invalid_request");
        problem.GetProperty("detail").GetString().ShouldBe("Which symbol? Add it to the query: /api/liquidation-heatmap?symbol=BTCUSDT.");
        _service.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?symbol=..")]
    [InlineData("?symbol=../health")]
    [InlineData("?symbol=x%5C..%5C..")]
    public async Task Symbol_that_climbs_is_refused(string query)
    {
        using var response = await _gateway.Client.GetAsync("/api/liquidation-heatmap" + query);

        await RunningGateway.ReadProblemAsync(response, HttpStatusCode.BadRequest, "invalid_symbol");
        _service.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_goes_to_batch_with_its_body_and_query()
    {
        using var response = await _gateway.Client.PostAsJsonAsync("/api/liquidation-heatmap?lang=en", new { symbols = new[] { "BTCUSDT" } });

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"symbols":["BTCUSDT"]}""");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        _service.OnlyRequest.Method.ShouldBe("POST");
        _service.OnlyRequest.Target.ShouldBe("/batch?lang=en");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PURGE")]
    public async Task Other_paths_of_a_service_pass_with_any_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/liquidation-heatmap/accuracy/BTCUSDT?days=7");
        using var response = await _gateway.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _service.OnlyRequest.Method.ShouldBe(method);
        _service.OnlyRequest.Target.ShouldBe("/accuracy/BTCUSDT?days=7");
    }

    [Theory]
    [InlineData("/api/liquidation-heatmap/a%20b/c%2Fd/%C3%9C", "/a%20b/c%2Fd/%C3%9C")]
    [InlineData("/api/liquidation-heatmap/50%25/%2525", "/50%25/%2525")]
    [InlineData("/api/liquidation-heatmap/%41%7Eb", "/%41%7Eb")]
    [InlineData("/api/liquidation-heatmap/a;v=1/b@c:d?x=%2B+&y=%41&&z", "/a;v=1/b@c:d?x=%2B+&y=%41&&z")]
    [InlineData("/api/liquidation-heatmap/folder/", "/folder/")]
    [InlineData("/%61pi/liquidation%2Dheatmap/x", "/x")]
    [InlineData("http://any.example/api/liquidation-heatmap/x?u=http://a/b", "/x?u=http://a/b")]
    public async Task What_the_caller_encoded_reaches_the_service_byte_for_byte(string target, string expected)
    {
        await RawConnection.ExchangeAsync(_gateway.Address, $"GET {target} HTTP/1.1\r\nHost: any.example\r\nConnection: close\r\n\r\n");

        _service.OnlyRequest.Target.ShouldBe(expected);
    }

    [Theory]
    [InlineData("/api/liquidation-heatmap/a/%2e%2e/b")]
    [InlineData("/api/liquidation-heatmap/a/../b")]
    [InlineData("/api/liquidation-heatmap/a/..%2F..%2Fb")]
    [InlineData("/api/liquidation-heatmap/a/%2E./b")]
    [InlineData("/api/liquidation-heatmap/a\\..\\..\\b")]
    [InlineData("/api/liquidation-heatmap/a%5C..%5Cb")]
    [InlineData("/api/liquidation-heatmap/a\tb")]
    [InlineData("/api/liquidation-heatmap/a\u007fb")]
    public async Task Path_that_climbs_or_holds_control_characters_is_refused(string target)
    {
        var answer = await RawConnection.ExchangeAsync(_gateway.Address, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 400 ");
        _service.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/liquidation-heatmap//x")]
    [InlineData("/api//liquidation-heatmap/x")]
    [InlineData("//api/liquidation-heatmap/x")]
    public async Task Path_with_an_empty_segment_in_front_names_nothing(string target)
    {
        var answer = await RawConnection.ExchangeAsync(_gateway.Address, $"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 404 ");
        _service.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/behind/a/path")]
    [InlineData("/behind/a/path/")]
    public async Task Service_that_lives_under_a_path_is_asked_under_that_path(string path)
    {
        await using var gateway = await RunningGateway.StartAsync([$"--LIQUIDATION_SERVICE_URL={_service.Url}{path}"]);

        using var response = await gateway.Client.GetAsync("/api/liquidation-heatmap?symbol=BTCUSDT");

        _service.OnlyRequest.Target.ShouldBe("/behind/a/path/analyze/BTCUSDT");
    }

    [Theory]
    [InlineData("GET", "/api/whale-activity?symbol=BTCUSDT")]
    [InlineData("GET", "/api/whale-activity")]
    [InlineData("POST", "/api/whale-activity")]
    [InlineData("DELETE", "/api/whale-activity/some/thing")]
    public async Task Unknown_service_is_not_found_and_the_known_ones_are_listed(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _gateway.Client.SendAsync(request);

        var problem = await RunningGateway.ReadProblemAsync(response, HttpStatusCode.NotFound, "not_found");
        problem.GetProperty("detail").GetString()
            .ShouldBe("There is no service 'whale-activity'. There are: funding-derivatives, liquidation-heatmap.");
        problem.GetProperty("services").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(["funding-derivatives", "liquidation-heatmap"]);
    }

    [Fact]
    public async Task Name_of_a_service_is_found_in_any_case()
    {
        using var response = await _gateway.Client.GetAsync("/API/Liquidation-Heatmap?symbol=BTCUSDT");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Short_form_answers_only_get_and_post()
    {
        using var response = await _gateway.Client.PutAsync("/api/liquidation-heatmap", null);

        await RunningGateway.ReadProblemAsync(response, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
        _service.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Root_leads_to_the_documentation()
    {
        using var response = await _gateway.Client.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldBe("/swagger");
    }

    [Fact]
    public async Task Documentation_lists_the_two_short_forms()
    {
        var document = await _gateway.Client.GetStringAsync("/swagger/v1/swagger.json");

        document.ShouldContain("\"/api/{service}\"");
        document.ShouldContain("\"Analyze\"");
        document.ShouldContain("\"Batch\"");
    }
}
