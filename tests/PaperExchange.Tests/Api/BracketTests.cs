using System.Net;
using System.Text;
using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class BracketTests
{
    private const string Website = "/bapi/futures/v1/friendly/future/common/brackets";
    private const string Signed = "/fapi/v1/leverageBracket";
    private const string Signature = "timestamp=1768392000000&signature=00";

    private const string WebsiteBody =
        """
        {"code":"000000","message":null,"messageDetail":null,"data":{"brackets":[{"symbol":"BTCUSDT","updateTime":1500000000000,"notionalLimit":100,"riskBrackets":[
        {"bracketSeq":1,"bracketNotionalFloor":0,"bracketNotionalCap":300000,"bracketMaintenanceMarginRate":0.004,"cumFastMaintenanceAmount":0,"minOpenPosLeverage":101,"maxOpenPosLeverage":150},
        {"bracketSeq":2,"bracketNotionalFloor":300000,"bracketNotionalCap":800000,"bracketMaintenanceMarginRate":0.005,"cumFastMaintenanceAmount":300,"minOpenPosLeverage":1,"maxOpenPosLeverage":100}
        ]}]},"success":true}
        """;

    private const string SignedBody =
        """
        [{"symbol":"BTCUSDT","brackets":[
        {"bracket":1,"initialLeverage":150,"notionalCap":300000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0},
        {"bracket":2,"initialLeverage":100,"notionalCap":800000,"notionalFloor":300000,"maintMarginRatio":0.005,"cum":300}
        ]}]
        """;

    private static readonly Instrument Bitcoin = new()
    {
        Symbol = "BTCUSDT", Pair = "BTCUSDT", BaseAsset = "BTC", TickSize = 0.1m, StepSize = 0.001m, OnboardDate = 1_500_000_000_000,
        Brackets = [new(0, 300_000, 0.004m, 0, 150), new(300_000, 800_000, 0.005m, 300, 100)],
    };

    [Fact]
    public async Task Website_gives_the_brackets_to_anybody()
    {
        await using var host = await StartAsync();

        (await host.Client.GetStringAsync(Website)).ShouldBe(WebsiteBody.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public async Task Website_answers_a_post_like_a_get()
    {
        await using var host = await StartAsync();
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync(Website, body);

        (await response.Content.ReadAsStringAsync()).ShouldBe(WebsiteBody.ReplaceLineEndings(string.Empty));
        response.Headers.GetValues("X-Paper-Exchange").ShouldBe(["simulated"]);
        response.Headers.Contains("X-MBX-USED-WEIGHT-1M").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Signed + "?" + Signature)]
    [InlineData(Signed + "?symbol=BTCUSDT&" + Signature)]
    public async Task Signed_call_gives_an_array_of_all_or_of_one(string path)
    {
        await using var host = await StartAsync();

        using var response = await SendSignedAsync(host, path);

        (await response.Content.ReadAsStringAsync()).ShouldBe(SignedBody.ReplaceLineEndings(string.Empty));
        response.Headers.GetValues("X-MBX-USED-WEIGHT-1M").ShouldBe(["1"]);
    }

    [Fact]
    public async Task Signed_call_without_a_key_is_refused()
    {
        await using var host = await StartAsync();

        using var response = await host.Client.GetAsync($"{Signed}?{Signature}");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"code":-2014,"msg":"API-key format invalid."}""");
    }

    [Theory]
    [InlineData(Signed, """{"code":-1102,"msg":"Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed."}""")]
    [InlineData(Signed + "?timestamp=&signature=00", """{"code":-1102,"msg":"Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed."}""")]
    [InlineData(Signed + "?timestamp=1", """{"code":-1102,"msg":"Mandatory parameter 'signature' was not sent, was empty/null, or malformed."}""")]
    [InlineData(Signed + "?symbol=NOPEUSDT&" + Signature, """{"code":-1121,"msg":"Invalid symbol."}""")]
    public async Task Signed_call_with_a_bad_parameter_is_refused_in_binances_words(string path, string body)
    {
        await using var host = await StartAsync();

        using var response = await SendSignedAsync(host, path);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task Contract_without_known_brackets_is_in_neither()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.GetJsonAsync(Website)).GetProperty("data").GetProperty("brackets").GetArrayLength().ShouldBe(0);
        using var signed = await SendSignedAsync(host, $"{Signed}?symbol=BTCUSDT&{Signature}");
        (await signed.Content.ReadAsStringAsync()).ShouldBe("[]");
    }

    [Fact]
    public async Task Faults_strike_the_website_too()
    {
        await using var host = await StartAsync();
        using var fault = new StringContent($$"""{"kind":"status","status":503,"path":"{{Website}}"}""", Encoding.UTF8, "application/json");
        using var switched = await host.Client.PostAsync("/paper/faults", fault);
        switched.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var response = await host.Client.GetAsync(Website);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Website_has_nothing_else()
    {
        await using var host = await StartAsync();

        using var response = await host.Client.DeleteAsync(Website);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public void Simulated_contracts_publish_the_ladder_their_traders_are_liquidated_by()
    {
        var market = new SimulatedMarket(new SimulationOptions { Now = StubMarket.Noon });

        market.Instruments.ShouldAllBe(instrument => instrument.Brackets.Count > 0);
        market.Find("BTCUSDT")!.Instrument.Brackets.ShouldBe(
            BracketLadder.Deepest.Brackets.Select(rung => new MarginBracket(
                (decimal)rung.Floor, (decimal)rung.Cap, (decimal)rung.MaintenanceMarginRate, Math.Round((decimal)rung.MaintenanceAmount), rung.MaxLeverage)));
    }

    private static Task<PaperExchangeHost> StartAsync() => PaperExchangeHost.StartAsync(new StubMarket(StubInstrument.WithHistory(Bitcoin)));

    private static async Task<HttpResponseMessage> SendSignedAsync(PaperExchangeHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-MBX-APIKEY", "any" } } };
        return await host.Client.SendAsync(request);
    }
}
