using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class SimulatedMarketTests
{
    private static readonly string[] Some = ["BTCUSDT", "1000PEPEUSDT", "BTCUSDC", "YGGUSDT"];

    [Fact]
    public void Same_seed_tells_the_same_story_whoever_asks_what_first()
    {
        var late = Worlds.Now + (7 * Worlds.Hour);
        var patient = Worlds.Create();
        foreach (var symbol in Some)
        {
            for (var now = Worlds.Now - Worlds.Day; now < late; now += 47 * Worlds.Minute)
            {
                patient.Get(symbol).Quote(now);
                patient.TrueBook(symbol, now);
            }
        }

        var hasty = Worlds.Create();
        foreach (var symbol in Some.Reverse())
        {
            var stories = new[] { late, Worlds.Now }.Select(now => hasty.Describe(symbol, now - (3 * Worlds.Hour), now)).ToArray();
            stories.ShouldBe(new[] { late, Worlds.Now }.Select(now => patient.Describe(symbol, now - (3 * Worlds.Hour), now)));
        }
    }

    [Fact]
    public void Create_simulates_all_history_and_tells_the_same_story()
    {
        var now = Worlds.At("2026-11-02T06:00:00Z");
        var options = new SimulationOptions { Now = now, HistoryDays = 1 };
        var (created, lazy) = (SimulatedMarket.Create(options), new SimulatedMarket(options));

        created.Source.ShouldBe("simulated");
        created.Start.ShouldBe(Worlds.Start);
        foreach (var symbol in created.Instruments.Select(instrument => instrument.Symbol))
        {
            created.Describe(symbol, now - Worlds.Hour, now).ShouldBe(lazy.Describe(symbol, now - Worlds.Hour, now));
        }
    }

    [Fact]
    public void A_restart_later_in_the_month_has_the_same_history()
    {
        var (first, second) = (Worlds.Create(), Worlds.Create(now: Worlds.Now + (3 * Worlds.Day)));

        second.Start.ShouldBe(first.Start);
        second.Describe("ETHUSDT", Worlds.Start, Worlds.Now).ShouldBe(first.Describe("ETHUSDT", Worlds.Start, Worlds.Now));
    }

    [Fact]
    public void Another_seed_tells_another_story() =>
        Worlds.Create(seed: 2).Get("BTCUSDT").Quote(Worlds.Now).ShouldNotBe(Worlds.Create().Get("BTCUSDT").Quote(Worlds.Now));

    [Fact]
    public void Many_threads_get_the_answers_one_thread_gets()
    {
        var (shared, alone) = (Worlds.Create(), Worlds.Create());
        var instants = Enumerable.Range(0, 48).Select(i => Worlds.Now + ((i * 37 % 48) * 11 * Worlds.Minute)).ToArray();
        var answers = new Quote?[instants.Length];

        Parallel.For(0, instants.Length, i => answers[i] = shared.Get(Some[i % Some.Length]).Quote(instants[i]));

        answers.ShouldBe(instants.Select((now, i) => alone.Get(Some[i % Some.Length]).Quote(now)));
    }

    [Fact]
    public void A_jump_of_three_days_leads_where_walking_leads()
    {
        var later = Worlds.Now + (3 * Worlds.Day);
        var (jumping, walking) = (Worlds.Create(), Worlds.Create());
        jumping.Get("HYPEUSDT").Quote(Worlds.Now);
        for (var now = Worlds.Now; now < later; now += 20 * Worlds.Minute)
        {
            walking.Get("HYPEUSDT").Quote(now);
        }

        jumping.Describe("HYPEUSDT", later - Worlds.Day, later).ShouldBe(walking.Describe("HYPEUSDT", later - Worlds.Day, later));
    }

    [Fact]
    public void No_answer_is_later_than_now()
    {
        var market = Worlds.Create();
        market.Get("BTCUSDT").Quote(Worlds.Now + Worlds.Day); // let it know the future
        var now = Worlds.Now - (90 * Worlds.Minute) + 7;
        var contract = market.Get("BTCUSDT");

        contract.Bars(PriceKind.Traded, Worlds.FiveMinutes, 0, long.MaxValue, now).Max(bar => bar.OpenTime).ShouldBeLessThanOrEqualTo(now);
        contract.Bars(PriceKind.Mark, Worlds.Minute, now - Worlds.Hour, long.MaxValue, now).Max(bar => bar.OpenTime).ShouldBeLessThanOrEqualTo(now);
        contract.OpenInterest(0, long.MaxValue, now).Max(reading => reading.Time).ShouldBeLessThanOrEqualTo(now);
        contract.Positioning(PositioningKind.TopAccounts, 0, long.MaxValue, now).Max(reading => reading.Time).ShouldBeLessThanOrEqualTo(now);
        contract.TakerVolumes(0, long.MaxValue, now).Max(reading => reading.Time).ShouldBeLessThanOrEqualTo(now - Worlds.FiveMinutes);
        contract.Funding(0, long.MaxValue, now).Max(settlement => settlement.Time).ShouldBeLessThanOrEqualTo(now);
        market.Liquidations("BTCUSDT", 0, long.MaxValue, now).Max(liquidation => liquidation.Time).ShouldBeLessThanOrEqualTo(now);
        market.TrueBook("BTCUSDT", now).Positions.Max(position => position.EntryTime).ShouldBeLessThanOrEqualTo(now);
    }

    [Fact]
    public void What_was_said_of_the_present_is_said_of_it_as_past()
    {
        var market = Worlds.Create();
        var then = market.Describe("SOLUSDT", Worlds.Now - Worlds.Hour, Worlds.Now);
        var book = market.TrueBook("SOLUSDT", Worlds.Now).Describe();

        market.Get("SOLUSDT").Quote(Worlds.Now + Worlds.Day);

        market.Describe("SOLUSDT", Worlds.Now - Worlds.Hour, Worlds.Now).ShouldBe(then);
        market.TrueBook("SOLUSDT", Worlds.Now).Describe().ShouldBe(book);
    }

    [Fact]
    public void Before_its_beginning_there_is_nothing()
    {
        var market = Worlds.Create();
        var contract = market.Get("BTCUSDT");
        var early = Worlds.Start - 1;

        contract.Quote(early).ShouldBeNull();
        contract.Bars(PriceKind.Traded, Worlds.Day, long.MinValue, long.MaxValue, early).ShouldBeEmpty();
        contract.OpenInterest(long.MinValue, long.MaxValue, early).ShouldBeEmpty();
        contract.Funding(long.MinValue, long.MaxValue, early).ShouldBeEmpty();
        contract.TakerVolumes(long.MinValue, long.MaxValue, early).ShouldBeEmpty();
        market.Liquidations("BTCUSDT", long.MinValue, long.MaxValue, early).ShouldBeEmpty();
        market.TrueBook("BTCUSDT", early).ShouldBe(TrueBook.Empty);
        market.FindSpot("BTCUSDT", early).ShouldBeNull();
        market.Find("NOSUCHUSDT").ShouldBeNull();
        market.FindSpot("NOSUCHUSDT", Worlds.Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(366, 0)]
    [InlineData(30, -1)]
    public void Options_out_of_range_are_refused(int days, long now) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SimulatedMarket.Create(new() { Now = now == 0 ? Worlds.Now : now, HistoryDays = days }));

    [Theory]
    [InlineData(49)]
    [InlineData(2_001)]
    public void A_number_of_contracts_out_of_range_is_refused(int contracts) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulatedMarket(Worlds.Options() with { Contracts = contracts }));
}
