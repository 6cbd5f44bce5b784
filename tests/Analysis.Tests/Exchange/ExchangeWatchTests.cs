using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Exchange;

public sealed class ExchangeWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Failing = TimeSpan.FromSeconds(3);

    private readonly PausingClock clock = new();
    private StubExchange exchange = null!;

    public async Task InitializeAsync() => exchange = await StubExchange.StartAsync();

    public Task DisposeAsync() => exchange.DisposeAsync().AsTask();

    [Fact]
    public async Task Start_asks_for_the_list_without_any_caller_and_a_calm_exchange_is_left_alone()
    {
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);

        for (var round = 0; round < 20; round++)
        {
            await clock.WaitBegunAsync(Calm);
            exchange.Calls.ShouldBe(["/fapi/v1/exchangeInfo"]);
            clock.Advance(Calm);
        }
    }

    [Fact]
    public async Task List_is_renewed_when_it_is_ten_minutes_old()
    {
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        await clock.WaitBegunAsync(Calm);

        clock.Advance(TimeSpan.FromMinutes(10));
        await clock.WaitBegunAsync(Calm);

        exchange.Calls.ShouldBe(["/fapi/v1/exchangeInfo", "/fapi/v1/exchangeInfo"]);
    }

    [Fact]
    public async Task Exchange_that_was_down_at_the_start_is_found_without_a_caller()
    {
        exchange.Answer(ExchangeAnswers.Html);
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        await clock.WaitBegunAsync(Failing);
        (await IsHealthyAsync(service)).ShouldBeFalse();

        exchange.Answer(ExchangeAnswers.Well);
        clock.Advance(Failing);
        await clock.WaitBegunAsync(Calm);

        (await IsHealthyAsync(service)).ShouldBeTrue();
    }

    [Fact]
    public async Task Exchange_that_failed_a_caller_is_asked_for_the_time_until_it_is_back()
    {
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        await clock.WaitBegunAsync(Calm);
        exchange.Answer(ExchangeAnswers.Html);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        (await IsHealthyAsync(service)).ShouldBeFalse();

        clock.Advance(Calm);
        await clock.WaitBegunAsync(Failing);
        clock.Advance(Failing);
        await clock.WaitBegunAsync(Failing);
        exchange.Answer(ExchangeAnswers.Well);
        clock.Advance(Failing);
        await clock.WaitBegunAsync(Calm);

        (await IsHealthyAsync(service)).ShouldBeTrue();
        exchange.Calls.ShouldBe(
            ["/fapi/v1/exchangeInfo", "/fapi/v1/premiumIndex", "/fapi/v1/time", "/fapi/v1/time", "/fapi/v1/time"]);
    }

    [Fact]
    public async Task Ban_is_sat_out_without_a_call_and_its_end_is_noticed()
    {
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        await clock.WaitBegunAsync(Calm);
        exchange.Answer(ExchangeAnswers.Refusal(418, 30));
        clock.Advance(TimeSpan.FromSeconds(1));
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        exchange.Answer(ExchangeAnswers.Well);
        var calls = exchange.Calls.Count;

        clock.Advance(Calm);
        for (var round = 0; round < 8; round++)
        {
            await clock.WaitBegunAsync(Failing);
            exchange.Calls.Count.ShouldBe(calls);
            clock.Advance(Failing);
        }

        await clock.WaitBegunAsync(Failing);
        clock.Advance(Failing);
        await clock.WaitBegunAsync(Calm);
        exchange.Calls.Last().ShouldBe("/fapi/v1/time");
        (await IsHealthyAsync(service)).ShouldBeTrue();
    }

    [Fact]
    public async Task Outage_and_its_end_are_logged_once_each()
    {
        exchange.Answer(ExchangeAnswers.Html);
        await using var service = await AnalysisService.StartAsync(exchange.Url, clock);
        for (var round = 0; round < 5; round++)
        {
            await clock.WaitBegunAsync(Failing);
            clock.Advance(Failing);
        }

        await clock.WaitBegunAsync(Failing);
        exchange.Answer(ExchangeAnswers.Well);
        clock.Advance(Failing);
        await clock.WaitBegunAsync(Calm);
        clock.Advance(Calm);
        await clock.WaitBegunAsync(Calm);

        service.Log.Of(LogLevel.Warning).Count(line => line.Contains("does not answer")).ShouldBe(1);
        service.Log.Of(LogLevel.Information).Count(line => line.Contains("The exchange answers (binance): 8 symbols")).ShouldBe(1);
    }

    private static async Task<bool> IsHealthyAsync(AnalysisService service)
    {
        using var response = await service.Http.GetAsync(new Uri("/health", UriKind.Relative));
        return (await response.Content.ReadAsStringAsync()).Contains("\"status\":\"healthy\"", StringComparison.Ordinal);
    }
}
