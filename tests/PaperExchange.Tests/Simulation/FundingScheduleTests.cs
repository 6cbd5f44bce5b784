using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class FundingScheduleTests
{
    private const double Cap = 0.02;

    [Theory]
    [InlineData(Cap, 1)]
    [InlineData(-Cap, 1)]
    [InlineData(0.0199999, 8)]
    public void A_settlement_at_the_cap_or_floor_makes_the_next_hourly(double rate, int hours)
    {
        var schedule = new FundingSchedule(8, Cap);

        schedule.Settle(8 * Worlds.Hour, rate).ShouldBe(hours != 8);

        schedule.Hours.ShouldBe(hours);
        schedule.SettlesAt(9 * Worlds.Hour).ShouldBe(hours == 1);
    }

    [Fact]
    public void Sixteen_calm_settlements_in_a_row_bring_the_usual_interval_back_where_it_begins()
    {
        var schedule = new FundingSchedule(8, Cap);
        schedule.Settle(0, Cap);
        var hour = 0;
        Settle(15, 0.00025);
        Settle(1, -0.00026); // begins to count anew at hour 17
        Settle(16, -0.00025);
        schedule.Hours.ShouldBe(8); // hour 32 is the sixteenth calm one and one of the eight-hour grid

        schedule.Settle(40 * Worlds.Hour, Cap).ShouldBeTrue();
        hour = 40;
        Settle(1, 0.00026);
        Settle(16, 0);
        schedule.Hours.ShouldBe(1);
        Settle(6, 0);
        schedule.Hours.ShouldBe(1);
        Settle(1, 0);
        hour.ShouldBe(64);
        schedule.Hours.ShouldBe(8);

        void Settle(int times, double rate)
        {
            for (var i = 0; i < times; i++)
            {
                schedule.SettlesAt(++hour * Worlds.Hour).ShouldBeTrue();
                schedule.Settle(hour * Worlds.Hour, rate);
            }
        }
    }

    [Fact]
    public void An_hourly_contract_stays_hourly()
    {
        var schedule = new FundingSchedule(1, Cap);
        for (var hour = 1; hour < 40; hour++)
        {
            schedule.Settle(hour * Worlds.Hour, hour == 3 ? Cap : 0).ShouldBeFalse();
        }

        schedule.Hours.ShouldBe(1);
    }
}
