using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>The margin brackets, which the website gives without a key and without a promise.</summary>
public sealed class WebsiteTests : IDisposable
{
    private const string Path = "/bapi/futures/v1/friendly/future/common/brackets";

    private readonly BinanceUnderTest _binance = new();

    public void Dispose() => _binance.Dispose();

    [Fact]
    public async Task Brackets_are_read_in_the_words_of_the_documented_call()
    {
        var brackets = await Read(
            """
            {"code":"000000","message":null,"messageDetail":null,"data":{"brackets":[{"symbol":"BTCUSDT","updateTime":1755585384254,"notionalLimit":100,
            "riskBrackets":[{"bracketSeq":1,"bracketNotionalFloor":0,"bracketNotionalCap":300000,"bracketMaintenanceMarginRate":0.004,
            "cumFastMaintenanceAmount":0,"minOpenPosLeverage":101,"maxOpenPosLeverage":150},{"bracketSeq":2,"bracketNotionalFloor":300000,
            "bracketNotionalCap":9223372036854775807,"bracketMaintenanceMarginRate":"0.005","cumFastMaintenanceAmount":300.0,"minOpenPosLeverage":1,
            "maxOpenPosLeverage":100.0}]}],"version":"1"},"success":true}
            """);

        var symbol = brackets.ShouldHaveSingleItem()!;
        symbol.Symbol.ShouldBe("BTCUSDT");
        symbol.Brackets.ShouldBe(
        [
            new LeverageBracket { Bracket = 1, InitialLeverage = 150, NotionalFloor = 0, NotionalCap = 300_000, MaintMarginRatio = 0.004m, Cum = 0 },
            new LeverageBracket
            {
                Bracket = 2, InitialLeverage = 100, NotionalFloor = 300_000, NotionalCap = long.MaxValue, MaintMarginRatio = 0.005m, Cum = 300,
            },
        ]);
    }

    [Fact]
    public async Task Gaps_stay_gaps()
    {
        var brackets = await Read("""{"code":"000000","data":{"brackets":[null,{"symbol":"A"},{"symbol":"B","riskBrackets":[null,{"bracketNotionalCap":""}]}]}}""");

        brackets[0].ShouldBeNull();
        brackets[1]!.Brackets.ShouldBeEmpty();
        brackets[2]!.Brackets.ShouldBe([null, new LeverageBracket()]);
    }

    [Fact]
    public async Task No_brackets_are_no_failure() => (await Read("""{"code":"000000","data":{"brackets":[]}}""")).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"code":"100001","message":"System busy","data":null,"success":false}""", BinanceErrorKind.Unavailable, 100001, "error 100001, System busy")]
    [InlineData("""{"code":"-9000","message":null}""", BinanceErrorKind.Unavailable, -9000, "error -9000, no message")]
    [InlineData("""{"code":"busy"}""", BinanceErrorKind.Unavailable, null, "error busy, no message")]
    [InlineData("{}", BinanceErrorKind.Unavailable, null, "error without a code, no message")]
    [InlineData("""{"code":"000000"}""", BinanceErrorKind.MalformedResponse, null, "the answer has no brackets")]
    [InlineData("""{"code":"000000","data":{}}""", BinanceErrorKind.MalformedResponse, null, "the answer has no brackets")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"riskBrackets":[]}]}}""", BinanceErrorKind.MalformedResponse, null, "not the JSON")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"symbol":"A","riskBrackets":[{"bracketNotionalCap":"much"}]}]}}""", BinanceErrorKind.MalformedResponse, null, "not the JSON")]
    [InlineData("<html></html>", BinanceErrorKind.MalformedResponse, null, "not the JSON")]
    public async Task A_success_of_http_can_be_a_failure(string body, BinanceErrorKind kind, int? code, string message)
    {
        var failure = await Should.ThrowAsync<BinanceException>(() => Read(body));

        failure.Kind.ShouldBe(kind);
        failure.Code.ShouldBe(code);
        failure.Message.ShouldStartWith($"{Path}: ");
        failure.Message.ShouldContain(message);
        failure.CanRetry.ShouldBeTrue();
    }

    [Fact]
    public async Task The_website_is_asked_at_its_own_host_and_costs_the_futures_budget_nothing()
    {
        var before = Left(RateScope.FuturesWeight);

        await Read("""{"code":"000000","data":{"brackets":[]}}""");

        _binance.Exchange.Requests.ShouldHaveSingleItem().AbsoluteUri.ShouldBe("https://www.binance.com" + Path);
        Left(RateScope.FuturesWeight).ShouldBe(before);
    }

    [Fact]
    public async Task A_website_that_fails_says_nothing_about_the_exchange()
    {
        _binance.Exchange.On(Path, Reply.Html(403));

        await _binance.FailureOf(() => _binance.Website.GetBracketsAsync(default));

        _binance.Status.Current.LastFailure.ShouldBeNull();
        _binance.Budget.Read().Where(reading => reading.ClosedFor is not null).ShouldHaveSingleItem().Rule.Scope.ShouldBe(RateScope.Website);
    }

    [Fact]
    public async Task Source_knows_who_answers_at_each_host()
    {
        var website = new Uri("https://www.binance.com");
        _binance.Source.NameOf(website).ShouldBeNull();
        _binance.Exchange.On(Path, Reply.Json("""{"code":"000000","data":{"brackets":[]}}""", 200, (ExchangeSource.PaperHeader, "simulated")));
        _binance.Exchange.On(BinanceUnderTest.Time, Reply.Json(BinanceUnderTest.TimeBody));

        await _binance.Run(() => _binance.Website.GetBracketsAsync(default));
        await _binance.Run(() => _binance.Futures.GetTimeAsync(default));

        _binance.Source.NameOf(website).ShouldBe("paper-simulated");
        _binance.Source.NameOf(new Uri("https://fapi.binance.com/fapi/v1/time")).ShouldBe("binance");
        _binance.Source.Name.ShouldBe("paper-simulated");
    }

    private int Left(RateScope scope) => _binance.Budget.Read().Single(reading => reading.Rule.Scope == scope).Left;

    private Task<IReadOnlyList<SymbolBrackets?>> Read(string body)
    {
        _binance.Exchange.On(Path, Reply.Json(body));
        return _binance.Run(() => _binance.Website.GetBracketsAsync(default));
    }
}
