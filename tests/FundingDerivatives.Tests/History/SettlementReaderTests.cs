using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests.History;

public sealed class SettlementReaderTests : IAsyncLifetime
{
    // 14:05 of a day.
    private static readonly DateTimeOffset Now = new(2026, 9, 15, 14, 5, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Now);
    private ServiceUnderTest _service = null!;
    private SettlementReader _reader = null!;

    public async Task InitializeAsync()
    {
        _service = await ServiceUnderTest.StartAsync(_clock);
        _reader = _service.Services.GetRequiredService<SettlementReader>();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Theory]
    [InlineData(null, 0)]
    [InlineData(8, 0)]
    [InlineData(4, 0)]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    public async Task Ninety_days_are_covered_in_as_few_calls_as_they_take(int? hours, int older)
    {
        await _reader.ReadAsync("BTCUSDT", hours, CancellationToken.None);

        var today = new DateTimeOffset(Now.Date, TimeSpan.Zero);
        var calls = _service.Exchange.Calls.Where(call => call.StartsWith(FundingRate, StringComparison.Ordinal)).ToArray();
        calls.Length.ShouldBe(1 + older);
        calls.ShouldContain($"{FundingRate}?symbol=BTCUSDT&limit=1000");
        for (var i = 0; i < older; i++)
        {
            var start = today.AddDays(-90 + (30 * i)).ToUnixTimeMilliseconds();
            calls.ShouldContain($"{FundingRate}?symbol=BTCUSDT&limit=1000&startTime={start}&endTime={start + 2_592_000_000 - 1}");
        }
    }

    [Fact]
    public async Task Older_windows_are_read_once_a_day_and_the_latest_page_once_an_hour()
    {
        await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);
        await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);
        _service.Exchange.CallsOf(FundingRate).ShouldBe(3);

        _clock.Advance(TimeSpan.FromHours(1));
        await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);
        _service.Exchange.CallsOf(FundingRate).ShouldBe(4);

        _clock.Advance(TimeSpan.FromHours(10));
        await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);
        _service.Exchange.CallsOf(FundingRate).ShouldBe(7);
    }

    [Fact]
    public async Task Settlement_in_two_windows_is_one_and_special_ones_are_left_out()
    {
        // Every window gets the same answer.
        _service.Exchange.Set($"{FundingRate} BTCUSDT", """
            [{"symbol":"BTCUSDT","fundingTime":1789459200000,"fundingRate":"0.2","rateType":"Regular"},
             {"symbol":"BTCUSDT","fundingTime":1789459200000,"fundingRate":"0.9","rateType":"Special"},
             {"symbol":"BTCUSDT","fundingTime":1789430400000,"fundingRate":"0.1"}]
            """);

        var reading = await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);

        reading.Value!.Select(row => row.Rate).ShouldBe([0.1m, 0.2m]);
    }

    [Fact]
    public async Task Older_window_that_fails_leaves_a_shorter_history()
    {
        await using var service = await ServiceUnderTest.StartAsync(_clock);
        var reader = service.Services.GetRequiredService<SettlementReader>();
        await reader.ReadAsync("BTCUSDT", null, CancellationToken.None);
        service.Exchange.Set($"{FundingRate} BTCUSDT", "<html>", type: "text/html");

        var reading = await reader.ReadAsync("BTCUSDT", 1, CancellationToken.None);

        reading.HasFailed.ShouldBeFalse();
        reading.Value!.Length.ShouldBe(300);
    }

    [Fact]
    public async Task Latest_page_that_fails_is_a_failure()
    {
        _service.Exchange.Set($"{FundingRate} BTCUSDT", "<html>", type: "text/html");

        (await _reader.ReadAsync("BTCUSDT", 1, CancellationToken.None)).HasFailed.ShouldBeTrue();
    }
}
