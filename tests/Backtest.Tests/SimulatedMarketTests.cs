using OmnipotentFutures.Backtest.Tests.Support;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Tests;

public sealed class SimulatedMarketTests
{
    [Fact]
    public void Book_explains_more_of_the_true_book_than_the_maps_everybody_draws()
    {
        var rows = SimulatedBacktest.Run("BTCUSDT", seed: 1, days: 10, BookParameters.Default).Rows;

        rows.Select(row => row.Name).ShouldBe(["book", "levels at 1/L", "volume profile x leverage"]);
        rows.Skip(1).ShouldAllBe(row => row.ScaledOverlap!.Value.Mean < rows[0].ScaledOverlap!.Value.Mean);
        rows[2].Overlap.ShouldBeNull("a volume profile has no scale");
    }

    [Fact]
    public async Task Report_says_that_its_data_is_simulated()
    {
        var text = await Outcome.OfAsync("simulated", "--symbol", "SOLUSDT", "--days", "4", "--seed", "3");
        var json = await Outcome.OfAsync("simulated", "--symbol", "SOLUSDT", "--days", "4", "--seed", "3", "--json");

        text.Code.ShouldBe(0);
        text.Output.ShouldContain("SIMULATED market (seed 3, 4 days)");
        json.Output.ShouldContain("\"source\": \"simulated\"");
    }

    [Fact]
    public async Task Same_seed_gives_the_same_report() =>
        (await Outcome.OfAsync("simulated", "--days", "3")).ShouldBe(await Outcome.OfAsync("simulated", "--days", "3"));
}
