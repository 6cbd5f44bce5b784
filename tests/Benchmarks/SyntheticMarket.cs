using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Benchmarks;

/// <summary>A seeded random walk as volatile as BTCUSDT: about 0.1 % in 5 minutes, so 1.7 % in a day. No random walk is a market, but the book's
/// work depends only on how far the price goes.</summary>
internal static class SyntheticMarket
{
    /// <summary>5-minute bars in 30 days.</summary>
    public const int Month = 30 * 24 * 12;

    private const int Seed = 20260401;
    private const int StepsPerBar = 12;
    private const double VolatilityPerBar = 0.001;

    public static BracketLadder Ladder { get; } = BuiltInBrackets.For("BTCUSDT").Ladder;

    public static MarketBar[] Bars(int count)
    {
        var random = new Random(Seed);
        var bars = new MarketBar[count];
        var (price, openInterest) = (70_000.0, 90_000.0);
        for (var i = 0; i < count; i++)
        {
            var (high, low) = (price, price);
            for (var step = 0; step < StepsPerBar; step++)
            {
                price *= Math.Exp(Normal(random) * VolatilityPerBar / Math.Sqrt(StepsPerBar));
                (high, low) = (Math.Max(high, price), Math.Min(low, price));
            }

            openInterest *= Math.Exp(Normal(random) * 0.001);
            bars[i] = new MarketBar(i * 300_000L, TimeSpan.FromMinutes(5), high, low, price, high, low, openInterest, IsMarkTriggered: true);
        }

        return bars;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
