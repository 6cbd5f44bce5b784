using System.Globalization;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

/// <summary>The model on recorded settlements.</summary>
public class RecordedSettlementsTests
{
    [SharedFolderTheory("market/fundingRate")]
    [InlineData("BTCUSDT")]
    [InlineData("ETHUSDT")]
    [InlineData("SOLUSDT")]
    [InlineData("DOGEUSDT")]
    public void Intervals_are_read_off_the_gaps_and_every_settlement_lies_within_its_formula(string symbol)
    {
        // calc_time, funding_interval_hours, last_funding_rate
        var rows = File.ReadLines(Path.Combine(SharedFolder.PathOf("market/fundingRate"), symbol, $"{symbol}-fundingRate.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (
                Hours: int.Parse(cells[1], CultureInfo.InvariantCulture),
                Settlement: new Settlement(long.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture))))
            .ToArray();
        var terms = new FundingTerms(8, 0.0001, 0.02, -0.02);

        var history = FundingHistory.Of(rows.Select(row => row.Settlement), rows[^1].Hours);

        rows.Length.ShouldBeGreaterThan(100);
        history.Settlements.ToArray().Select(settlement => settlement.IntervalHours).ShouldBe(rows.Select(row => row.Hours));
        history.Realised(10_000, history.Settlements[^1].Time).Sum.ShouldBe(rows.Sum(row => row.Settlement.Rate), 1e-12);
        foreach (var (_, settlement) in rows)
        {
            var premium = terms.PremiumOf(settlement.Rate);
            terms.RateOf(premium.Low).ShouldBe(settlement.Rate, 1e-15);
            terms.RateOf(premium.High).ShouldBe(settlement.Rate, 1e-15);
        }
    }
}
