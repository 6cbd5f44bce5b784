using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Tests.Support;

namespace OmnipotentFutures.Analysis.Tests.Exchange;

public sealed class ExchangeWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Failing = TimeSpan.FromSeconds(3);

    private readonly PausingClock _clock = new();
    private StubExchange _exchange = null!;

    private IEnumerable<string> ListCalls => _exchange.Calls.Where(path => path != "/fapi/v1/time");

    public async Task InitializeAsync() => _exchange = await StubExchange.StartAsync();

    public Task DisposeAsync() => _exchange.DisposeAsync().AsTask();

    [Fact]
    public async Task Start_asks_for_the_list_without_any_caller_and_a_calm_exchange_is_left_alone()
    {
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);

        for (var round = 0; round < 20; round++)
        {
            await _clock.WaitBegunAsync(Calm);
            ListCalls.ShouldBe(["/fapi/v1/exchangeInfo"]);
            _clock.Advance(Calm);
        }

        // The exchange's clock is looked at every half a minute.
        _exchange.Calls.Count(path => path == "/fapi/v1/time").ShouldBe(4);
    }

    [Fact]
    public async Task List_is_renewed_when_it_is_ten_minutes_old()
    {
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        await _clock.WaitBegunAsync(Calm);

        _clock.Advance(TimeSpan.FromMinutes(10));
        await _clock.WaitBegunAsync(Calm);

        ListCalls.ShouldBe(["/fapi/v1/exchangeInfo", "/fapi/v1/exchangeInfo"]);
    }

    [Fact]
    public async Task Exchange_that_was_down_at_the_start_is_found_without_a_caller()
    {
        _exchange.Answer(ExchangeAnswers.Html);
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        await _clock.WaitBegunAsync(Failing);
        (await IsHealthyAsync(service)).ShouldBeFalse();

        _exchange.Answer(ExchangeAnswers.Well);
        _clock.Advance(Failing);
        await _clock.WaitBegunAsync(Calm);

        (await IsHealthyAsync(service)).ShouldBeTrue();
    }

    [Fact]
    public async Task Exchange_that_failed_a_caller_is_asked_for_the_time_until_it_is_back()
    {
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        await _clock.WaitBegunAsync(Calm);
        _exchange.Answer(ExchangeAnswers.Html);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        (await IsHealthyAsync(service)).ShouldBeFalse();

        _clock.Advance(Calm);
        await _clock.WaitBegunAsync(Failing);
        _clock.Advance(Failing);
        await _clock.WaitBegunAsync(Failing);
        _exchange.Answer(ExchangeAnswers.Well);
        _clock.Advance(Failing);
        await _clock.WaitBegunAsync(Calm);

        (await IsHealthyAsync(service)).ShouldBeTrue();
        _exchange.Calls.ShouldBe(
            ["/fapi/v1/time", "/fapi/v1/exchangeInfo", "/fapi/v1/premiumIndex", "/fapi/v1/time", "/fapi/v1/time", "/fapi/v1/time"]);
    }

    [Fact]
    public async Task Ban_is_sat_out_without_a_call_and_its_end_is_noticed()
    {
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        await _clock.WaitBegunAsync(Calm);
        _exchange.Answer(ExchangeAnswers.Refusal(418, 30));
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await service.AnalyzeAsync("BTCUSDT")).Dispose();
        _exchange.Answer(ExchangeAnswers.Well);
        var calls = _exchange.Calls.Count;

        _clock.Advance(Calm);
        for (var round = 0; round < 8; round++)
        {
            await _clock.WaitBegunAsync(Failing);
            _exchange.Calls.Count.ShouldBe(calls);
            _clock.Advance(Failing);
        }

        await _clock.WaitBegunAsync(Failing);
        _clock.Advance(Failing);
        await _clock.WaitBegunAsync(Calm);
        _exchange.Calls.Last().ShouldBe("/fapi/v1/time");
        (await IsHealthyAsync(service)).ShouldBeTrue();
    }

    [Fact]
    public async Task Outage_and_its_end_are_logged_once_each()
    {
        _exchange.Answer(ExchangeAnswers.Html);
        await using var service = await AnalysisService.StartAsync(_exchange.Url, _clock);
        for (var round = 0; round < 5; round++)
        {
            await _clock.WaitBegunAsync(Failing);
            _clock.Advance(Failing);
        }

        await _clock.WaitBegunAsync(Failing);
        _exchange.Answer(ExchangeAnswers.Well);
        _clock.Advance(Failing);
        await _clock.WaitBegunAsync(Calm);
        _clock.Advance(Calm);
        await _clock.WaitBegunAsync(Calm);

        service.Log.Of(LogLevel.Warning).Count(line => line.Contains("does not answer")).ShouldBe(1);
        service.Log.Of(LogLevel.Information).Count(line => line.Contains("The exchange answers (binance): 8 symbols")).ShouldBe(1);
    }

    private static async Task<bool> IsHealthyAsync(AnalysisService service)
    {
        using var response = await service.Http.GetAsync(new Uri("/health", UriKind.Relative));
        return (await response.Content.ReadAsStringAsync()).Contains("\"status\":\"healthy\"", StringComparison.Ordinal);
    }
}
