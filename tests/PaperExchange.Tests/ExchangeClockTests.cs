using Microsoft.Extensions.Time.Testing;

namespace OmnipotentFutures.PaperExchange.Tests;

public sealed class ExchangeClockTests
{
    [Fact]
    public void Clock_runs_at_its_speed_from_its_start()
    {
        var time = new FakeTimeProvider();
        var clock = new ExchangeClock(time, start: 1000, speed: 60);

        clock.Now.ShouldBe(1000);
        time.Advance(TimeSpan.FromSeconds(2));
        clock.Now.ShouldBe(121_000);
    }

    [Fact]
    public void Clock_stands_still_at_the_markets_end()
    {
        var time = new FakeTimeProvider();
        var clock = new ExchangeClock(time, start: 1000, speed: 1, end: 1500);

        time.Advance(TimeSpan.FromDays(1));

        clock.Now.ShouldBe(1500);
    }
}
