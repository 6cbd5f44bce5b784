using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class PremiumProcessTests
{
    [Theory]
    [InlineData(-0.01, -1)]
    [InlineData(0.01, 1)]
    public void Forced_orders_push_the_price_their_way_and_arbitrage_brings_it_back(double shareOfOpenInterest, int direction)
    {
        var profile = Worlds.Profile("SOLUSDT");
        var (calm, pushed) = (new PremiumProcess(profile, 1), new PremiumProcess(profile, 1));
        calm.Begin(1, 0, 1);
        pushed.Begin(1, 0, 1);

        pushed.Push(shareOfOpenInterest * profile.OpenInterestSteps);
        var first = pushed.Next(1) - calm.Next(1);
        var later = first;
        for (var step = 2; step < 120; step++)
        {
            later = pushed.Next(step) - calm.Next(step);
        }

        (first * direction).ShouldBeInRange(500, 4_000); // millionths
        Math.Abs(later).ShouldBeLessThan(Math.Abs(first) / 20);
    }

    [Fact]
    public void A_flood_of_forced_orders_moves_the_price_by_a_bounded_amount_only()
    {
        var profile = Worlds.Profile("SOLUSDT");
        var premium = new PremiumProcess(profile, 1);
        premium.Begin(1, 0, 1);
        for (var step = 0; step < 500; step++)
        {
            premium.Push(-100 * profile.OpenInterestSteps);
            premium.Next(step);
            premium.Value.ShouldBeInRange(-0.03, 0.03);
        }
    }
}
