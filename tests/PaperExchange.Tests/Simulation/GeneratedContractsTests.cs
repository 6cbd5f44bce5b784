using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class GeneratedContractsTests
{
    private const int Contracts = 900;

    [Theory]
    [InlineData(50)]
    [InlineData(Contracts)]
    [InlineData(SimulationOptions.MostContracts)]
    public void As_many_contracts_as_asked_for_are_listed_each_once(int contracts)
    {
        var market = Create(contracts: contracts);

        market.Instruments.Count.ShouldBe(contracts);
        market.Instruments.Select(instrument => instrument.Symbol).ShouldBeUnique();
        market.SpotPairs.Select(pair => pair.Symbol).ShouldBeUnique();
    }

    [Fact]
    public void Generated_contracts_are_of_every_kind_that_binance_lists()
    {
        var generated = Generated(Create());

        generated.Select(instrument => instrument.FundingIntervalHours).Distinct().ShouldBe([1, 4, 8], ignoreOrder: true);
        generated.Select(instrument => instrument.Status).Distinct().ShouldBe(["TRADING", "SETTLING"], ignoreOrder: true);
        generated.Count(instrument => instrument.ContractType == "TRADIFI_PERPETUAL").ShouldBeInRange(40, 80);
        generated.Count(instrument => instrument.SpotSymbol is null).ShouldBeInRange(120, 240);
        generated.ShouldContain(instrument => instrument.SpotSymbol != null && instrument.Symbol == "1000" + instrument.SpotSymbol);
        foreach (var instrument in generated)
        {
            instrument.OnboardDate.ShouldBeLessThanOrEqualTo(Worlds.Now - Worlds.Day);
            instrument.TickSize.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void Generated_contracts_have_a_day_of_history_and_agree_with_themselves()
    {
        var market = Create();
        foreach (var instrument in Generated(market).Take(60))
        {
            var contract = market.Get(instrument.Symbol);
            var quote = contract.Quote(Worlds.Now).ShouldNotBeNull();
            var bars = contract.Bars(PriceKind.Traded, Worlds.Hour, 0, Worlds.Now, Worlds.Now);
            bars[0].OpenTime.ShouldBe(instrument.OnboardDate);
            bars[^1].Close.ShouldBe(quote.LastPrice);
            (quote.LastPrice % instrument.TickSize).ShouldBe(0);
            (quote.LastPrice / instrument.TickSize).ShouldBeGreaterThan(100);
            contract.OpenInterest(0, Worlds.Now, Worlds.Now)[0].Contracts.ShouldBeGreaterThan(0);
            contract.Funding(0, Worlds.Now, Worlds.Now).ShouldNotBeEmpty();
            if (instrument.Status == "TRADING")
            {
                bars.Count.ShouldBeGreaterThan(24);
                quote.OpenInterest!.Value.ShouldBeGreaterThan(0);
                if (instrument.SpotSymbol is { } spot)
                {
                    var multiplier = instrument.BaseAsset.StartsWith("1000", StringComparison.Ordinal) ? 1000 : 1;
                    (market.FindSpot(spot, Worlds.Now)!.LastPrice * multiplier / quote.IndexPrice!.Value).ShouldBe(1, 0.005m);
                }
            }
        }
    }

    [Fact]
    public void Generated_contracts_leave_the_others_as_they_are()
    {
        foreach (var symbol in new[] { "BTCUSDT", "MYXUSDT" })
        {
            Create().Describe(symbol, Worlds.Start, Worlds.Now).ShouldBe(Worlds.Create().Describe(symbol, Worlds.Start, Worlds.Now));
        }
    }

    [Fact]
    public void The_list_is_the_same_whatever_the_seed() =>
        Create(seed: 2).Instruments.Select(instrument => instrument.Symbol).ShouldBe(Create().Instruments.Select(instrument => instrument.Symbol));

    private static SimulatedMarket Create(int seed = 1, int contracts = Contracts) => new(Worlds.Options(seed) with { Contracts = contracts });

    private static List<Instrument> Generated(SimulatedMarket market)
    {
        var catalogue = Worlds.Create().Instruments.Select(instrument => instrument.Symbol).ToHashSet();
        return [.. market.Instruments.Where(instrument => !catalogue.Contains(instrument.Symbol))];
    }
}
