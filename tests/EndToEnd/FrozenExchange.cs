using System.Net.Http.Json;
using System.Text.Json;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.EndToEnd;

/// <summary>A simulated exchange whose clock stands still, so that two answers of it can be compared number for number. Nobody asks it but the tests of
/// one collection, one after the other: its counters are theirs.</summary>
public sealed class FrozenExchange : IAsyncLifetime
{
    // So slow that an hour of tests does not move its clock by a millisecond.
    private const double Standing = 1e-8;

    private ServiceUnderTest _exchange = null!;

    /// <summary>Its time: late enough in every funding interval for the running estimate to count.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 2, 15, 40, 0, TimeSpan.Zero);

    public static long NowMs => Now.ToUnixTimeMilliseconds();

    public async Task InitializeAsync() => _exchange = await ServiceUnderTest.StartAsync(
        args => PaperExchangeService.Build(new PaperExchangeOptions { StartAt = Now, Speed = Standing }, args));

    public async Task DisposeAsync() => await _exchange.DisposeAsync();

    /// <summary>Asks the exchange itself.</summary>
    public Task<JsonElement> AskAsync(string path) => _exchange.GetAsync(path);

    /// <summary>Starts a funding service that has asked it nothing yet.</summary>
    public Task<ServiceUnderTest> StartFundingAsync() => ServiceUnderTest.StartAsync(
        FundingDerivativesService.Build,
        $"--Binance:FuturesUrl={_exchange.Address}",
        $"--Binance:SpotUrl={_exchange.Address}",
        "--Binance:BudgetShare=0.5",
        // A machine that builds beside it may be slow.
        "--Binance:AttemptTimeoutSeconds=8",
        "--Binance:TotalTimeoutSeconds=8");

    /// <summary>Symbols of the perpetuals that trade, as it lists them.</summary>
    public async Task<string[]> PerpetualsAsync() =>
    [
        .. (await AskAsync("/fapi/v1/exchangeInfo")).ArrayAt("symbols")
            .Where(symbol => symbol.TextAt("status") == "TRADING" && symbol.TextAt("contractType")!.EndsWith("PERPETUAL", StringComparison.Ordinal))
            .Select(symbol => symbol.TextAt("symbol")!),
    ];

    /// <summary>Tells a contract to be a special case until <see cref="ForgetAsync"/>.</summary>
    public async Task TellAsync(string symbol, object told)
    {
        using var response = await _exchange.Http.PutAsJsonAsync($"/paper/contracts/{symbol}", told);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    public async Task ForgetAsync(string symbol)
    {
        using var response = await _exchange.Http.DeleteAsync(new Uri($"/paper/contracts/{symbol}", UriKind.Relative));
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>What everybody has asked of it since the start, by its own count.</summary>
    public async Task<ExchangeCost> CostAsync()
    {
        var units = (await AskAsync("/paper/usage")).ArrayAt("scopes").ToDictionary(scope => scope.TextAt("scope")!, scope => scope.TimeAt("units"));
        return new(units["futures_weight"] + units["spot_weight"], units["futures_data"], units["futures_funding"]);
    }
}

/// <summary>What calls cost by the exchange's count.</summary>
/// <param name="Weight">Weight of futures and spot.</param>
/// <param name="Statistics">Calls of <c>/futures/data</c>.</param>
/// <param name="Funding">Calls of fundingRate and fundingInfo.</param>
public sealed record ExchangeCost(long Weight, long Statistics, long Funding)
{
    public static ExchangeCost operator -(ExchangeCost after, ExchangeCost before) =>
        new(after.Weight - before.Weight, after.Statistics - before.Statistics, after.Funding - before.Funding);
}

/// <summary>Tests that share one exchange, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnFrozenExchange : ICollectionFixture<FrozenExchange>
{
    public const string Name = "On a frozen exchange";
}
