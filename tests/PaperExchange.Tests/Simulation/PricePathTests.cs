using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class PricePathTests
{
    private static readonly long End = Worlds.Start + (60 * Worlds.Day);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(77)]
    public void Two_months_stay_within_believable_bounds(int seed)
    {
        var market = Worlds.Create(seed);
        foreach (var symbol in new[] { "BTCUSDT", "1000SATSUSDT", "MYXUSDT" })
        {
            var contract = market.Get(symbol);
            var usual = (decimal)Worlds.Profile(symbol).BasePrice;
            var usualOpenInterest = Worlds.Profile(symbol).OpenInterest;
            var bars = contract.Bars(PriceKind.Traded, Worlds.Day, 0, End - 1, End - 1);

            bars.Count.ShouldBe(60);
            bars.Min(bar => bar.Low).ShouldBeGreaterThan(usual / 4);
            bars.Max(bar => bar.High).ShouldBeLessThan(usual * 4);
            bars.ShouldAllBe(bar => bar.High > bar.Low && bar.Volume > 0);
            var openInterest = contract.OpenInterest(End - Worlds.Day, End, End);
            ((double)openInterest.Average(reading => reading.Value)).ShouldBeInRange(usualOpenInterest / 5, usualOpenInterest * 5);
            market.Liquidations(symbol, End - (7 * Worlds.Day), End, End).Count.ShouldBeGreaterThan(50);
            foreach (var reading in contract.Positioning(PositioningKind.GlobalAccounts, End - Worlds.Day, End, End))
            {
                reading.LongShare.ShouldBeInRange(0.1m, 0.9m);
            }
        }
    }

    [Fact]
    public void Coins_move_together_and_wild_hours_come_in_groups()
    {
        var market = Worlds.Create();
        double[] Returns(string symbol) =>
            [.. market.Get(symbol).Bars(PriceKind.Traded, Worlds.Hour, 0, End - 1, End - 1).Select(bar => Math.Log((double)(bar.Close / bar.Open)))];
        var bitcoin = Returns("BTCUSDT");

        Correlation(bitcoin, Returns("ETHUSDT")).ShouldBeInRange(0.6, 0.98);
        double[] size = [.. bitcoin.Select(Math.Abs)];
        Correlation(size[1..], size[..^1]).ShouldBeGreaterThan(0.12);
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
