using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Watch;

/// <summary>Answers of watched contracts are ready before anybody asks.</summary>
public sealed class WatchKeeperTests : IAsyncLifetime
{
    private const string Prices = "/fapi/v1/premiumIndex";
    private const string Tickers = "/fapi/v1/ticker/24hr";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    private readonly PausingClock _clock = new();
    private StubExchange _exchange = null!;

    public async Task InitializeAsync() => _exchange = await StubExchange.StartAsync();

    public Task DisposeAsync() => _exchange.DisposeAsync().AsTask();

    [Fact]
    public async Task Watched_contract_is_always_ready()
    {
        await using var service = await StartAsync("--Watch:Symbols=BTCUSDT");
        await RoundAsync(until: () => service.Analyzer.Made == 1);

        for (var round = 0; round < 40; round++)
        {
            var made = service.Analyzer.Made;
            using var answer = await service.AnalyzeAsync("BTCUSDT");
            await answer.ShouldSucceedAsync();
            service.Analyzer.Made.ShouldBe(made);
            _clock.Advance(Pause);
            await _clock.WaitBegunAsync(Pause);
        }

        // Twenty seconds of a price that lives five and is renewed when it is four old.
        _exchange.Calls.Count(path => path == Prices).ShouldBeInRange(5, 6);
    }

    [Fact]
    public async Task While_nobody_asks_it_is_refreshed_now_and_then()
    {
        await using var service = await StartAsync("--Watch:Symbols=BTCUSDT");
        await RoundAsync(until: () => service.Analyzer.Made == 1);

        for (var round = 0; round < 240; round++)
        {
            _clock.Advance(Pause);
            await _clock.WaitBegunAsync(Pause);
        }

        // Two minutes.
        _exchange.Calls.Count(path => path == Prices).ShouldBe(5);
    }

    [Fact]
    public async Task Largest_by_volume_are_watched_unless_some_are_named()
    {
        _exchange.Answer(context => context.Request.Path == Tickers
            ? ExchangeAnswers.Text(200, """
                [{"symbol":"BTCUSDT","quoteVolume":"5"},{"symbol":"ETHUSDT","quoteVolume":"9"},{"symbol":"GONEUSDT","quoteVolume":"99"},{"symbol":"BTCUSDC","quoteVolume":"7"}]
                """)(context)
            : ExchangeAnswers.Well(context));
        await using var service = await StartAsync("--Watch:Largest=2");
        await RoundAsync(until: () => service.Analyzer.Made == 2);

        foreach (var symbol in new[] { "ETHUSDT", "BTCUSDC" })
        {
            using var answer = await service.AnalyzeAsync(symbol);
        }

        service.Analyzer.Made.ShouldBe(2);
        service.Log.Of(Microsoft.Extensions.Logging.LogLevel.Information).Single(line => line.Contains("Kept warm", StringComparison.Ordinal)).ShouldContain("Kept warm: [\"ETHUSDT\",\"BTCUSDC\"]");
    }

    [Fact]
    public async Task Failing_exchange_is_left_to_its_own_watch()
    {
        await using var service = await StartAsync("--Watch:Symbols=BTCUSDT");
        await RoundAsync(until: () => service.Analyzer.Made == 1);
        _exchange.Answer(ExchangeAnswers.Html);

        for (var round = 0; round < 60; round++)
        {
            _clock.Advance(Pause);
            await Task.Yield();
        }

        _exchange.Calls.Count(path => path == Prices).ShouldBeLessThan(6);
    }

    [Theory]
    [InlineData("--Watch:Largest=51", "Watch:Largest is 51: it must be 0 to 50.")]
    [InlineData("--Watch:Symbols=BTCUSDT, BTC USDT", "Watch:Symbols names 'BTC USDT', which is no symbol: write BTCUSDT,ETHUSDT.")]
    [InlineData("--Cache:StaleMinutes=-1", "Cache:StaleMinutes is -1: it must be 0 to 1440.")]
    [InlineData("--Cache:Megabytes=4", "Cache:Megabytes is 4: it must be 8 to 4096.")]
    public async Task Setting_that_cannot_be_meant_stops_the_start(string setting, string sentence)
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(AnalysisService.StartAsync(_exchange.Url, settings: setting));

        failure.Failures.ShouldBe([sentence]);
    }

    private async Task<AnalysisService> StartAsync(string watch)
    {
        var service = await AnalysisService.StartAsync(_exchange.Url, _clock, watch);
        service.Analyzer.Life = Life;
        return service;
    }

    private async Task RoundAsync(Func<bool> until)
    {
        while (!until())
        {
            await _clock.WaitBegunAsync(Pause);
            if (!until())
            {
                _clock.Advance(Pause);
            }
        }
    }
}
