using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.PaperExchange.Market;
using OmnipotentFutures.PaperExchange.Recording;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.PaperExchange.Tests.Recording;

public sealed class RecordedMarketTests : IDisposable
{
    private const string KlineHeader =
        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n";

    /// <summary>2026-01-14 12:00:00 UTC.</summary>
    private const long Noon = 1768392000000;
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    private readonly string _folder = Directory.CreateTempSubdirectory("paper-exchange-").FullName;

    public RecordedMarketTests()
    {
        Write("klines/BTCUSDT/5m", KlineHeader
            + Kline(Noon, "100.1,110.25,99.0,105.5", "10.25")
            + Kline(Noon + (5 * Minute), "105.5,106.0,104.0,104.5", "20")
            // 12:10 is missing.
            + Kline(Noon + (15 * Minute), "104.5,120.0,104.5,119.0", "30"));
        Write("markPriceKlines/BTCUSDT/1h", KlineHeader
            + Kline(Noon - Hour, "99.5,101,99,100.125", "0")
            + Kline(Noon, "100.125,119,99,118.5", "0"));
        Write("metrics/BTCUSDT", "create_time,symbol,sum_open_interest,sum_open_interest_value,count_toptrader_long_short_ratio,sum_toptrader_long_short_ratio,count_long_short_ratio,sum_taker_long_short_vol_ratio\n"
            + "2026-01-14 12:00:00,BTCUSDT,500.5,50050,,,1.5,\n"
            + "2026-01-14 12:05:00,BTCUSDT,501.5,50150,,,,\n"
            + "2026-01-14 12:10:00,BTCUSDT,,,3,,,\n");
        Write("fundingRate/BTCUSDT", "calc_time,funding_interval_hours,last_funding_rate\n"
            + $"{Noon - (4 * Hour) + 7},8,0.00010000\n{Noon + (4 * Hour)},8,0.00090000\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Contract_is_described_from_its_files()
    {
        var market = RecordedMarket.Load(_folder);

        market.Start.ShouldBe(Noon);
        market.End.ShouldBe(Noon + (20 * Minute));
        var instrument = market.Instruments.ShouldHaveSingleItem();
        instrument.BaseAsset.ShouldBe("BTC");
        instrument.TickSize.ShouldBe(0.01m);
        instrument.StepSize.ShouldBe(0.01m);
        instrument.MaxLeverage.ShouldBeNull();
        market.Find("BTCUSDT")!.FundingTerms(market.End).ShouldBeNull();
        market.SpotPairs.ShouldBeEmpty();
        market.Find("ETHUSDT").ShouldBeNull();
    }

    [Fact]
    public void Bar_under_way_shows_its_open_only()
    {
        var bars = Contract().Bars(PriceKind.Traded, 5 * Minute, 0, long.MaxValue, now: Noon + (17 * Minute));

        bars.Select(bar => bar.OpenTime).ShouldBe([Noon, Noon + (5 * Minute), Noon + (15 * Minute)]);
        bars[2].ShouldBe(new Bar(Noon + (15 * Minute), 104.5m, 104.5m, 104.5m, 104.5m, 0, 0));
        bars[1].Close.ShouldBe(104.5m);
    }

    [Theory]
    [InlineData(0, 100.1, 100.1, 0)]
    [InlineData(4, 100.1, 100.1, 0)]
    [InlineData(5, 110.25, 105.5, 10.25)]
    [InlineData(20, 120, 119, 60.25)]
    public void Hourly_bar_grows_with_the_bars_that_are_finished(int minutes, decimal high, decimal close, decimal volume)
    {
        var bar = Contract().Bars(PriceKind.Traded, Hour, Noon, Noon, Noon + (minutes * Minute)).ShouldHaveSingleItem();

        bar.Open.ShouldBe(100.1m);
        bar.High.ShouldBe(high);
        bar.Close.ShouldBe(close);
        bar.Volume.ShouldBe(volume);
    }

    [Fact]
    public void Nothing_is_known_before_the_first_bar()
    {
        Contract().Bars(PriceKind.Traded, Hour, 0, long.MaxValue, Noon - 1).ShouldBeEmpty();
        Contract().Quote(Noon - 1).ShouldBeNull();
    }

    [Fact]
    public void Finer_bars_than_recorded_are_not_known()
    {
        Contract().Bars(PriceKind.Traded, Minute, 0, long.MaxValue, Noon + Hour).ShouldBeEmpty();
        Contract().Bars(PriceKind.Mark, 5 * Minute, 0, long.MaxValue, Noon + Hour).ShouldBeEmpty();
        Contract().Bars(PriceKind.Index, Hour, 0, long.MaxValue, Noon + Hour).ShouldBeEmpty();
        Contract().Bars(PriceKind.Premium, Hour, 0, long.MaxValue, Noon + Hour).ShouldBeEmpty();
    }

    [Fact]
    public void Quote_volume_that_was_not_recorded_follows_from_volume_and_prices() =>
        Contract().Bars(PriceKind.Traded, 5 * Minute, Noon, Noon, Noon + Hour)[0].QuoteVolume.ShouldBe(10.25m * (100.1m + 110.25m + 99m + 105.5m) / 4);

    [Fact]
    public void Quote_takes_the_latest_price_and_knows_no_running_rate()
    {
        var atNoon = Contract().Quote(Noon)!;
        var later = Contract().Quote(Noon + (6 * Minute))!;

        atNoon.LastPrice.ShouldBe(100.1m);
        atNoon.MarkPrice.ShouldBe(100.125m, "the mark bar opens at noon");
        later.LastPrice.ShouldBe(105.5m);
        later.MarkPrice.ShouldBe(105.5m, "the last trade is later than the hour's mark price");
        later.IndexPrice.ShouldBeNull();
        later.BidPrice.ShouldBeNull();
        later.FundingRate.ShouldBeNull("0.0001 has settled and 0.0009 settles four hours later: neither is the running estimate");
        later.NextFundingTime.ShouldBe(Noon + (4 * Hour));
        later.OpenInterest.ShouldBe(501.5m);
    }

    [Fact]
    public void Mark_bar_that_just_finished_is_the_mark_price() =>
        Contract().Quote(Noon + Hour)!.MarkPrice.ShouldBe(118.5m);

    [Fact]
    public void Empty_cells_were_not_recorded()
    {
        var market = Contract();
        var now = Noon + Hour;

        market.OpenInterest(0, now, now).Select(reading => reading.Contracts).ShouldBe([500.5m, 501.5m]);
        market.Positioning(PositioningKind.GlobalAccounts, 0, now, now).ShouldBe([new PositioningReading(Noon, 0.6m)]);
        market.Positioning(PositioningKind.TopAccounts, 0, now, now).ShouldBe([new PositioningReading(Noon + (10 * Minute), 0.75m)]);
        market.Positioning(PositioningKind.TopPositions, 0, now, now).ShouldBeEmpty();
        market.TakerVolumes(0, now, now).ShouldBeEmpty();
    }

    [Fact]
    public void History_ends_at_the_present()
    {
        var market = Contract();

        market.OpenInterest(0, long.MaxValue, Noon + (5 * Minute) - 1).Count.ShouldBe(1);
        market.Funding(0, long.MaxValue, Noon).ShouldBe([new FundingSettlement(Noon - (4 * Hour) + 7, 0.0001m, null)]);
    }

    [Fact]
    public void Taker_volumes_follow_from_klines_that_have_them()
    {
        Write("klines/ETHUSDT/5m", KlineHeader + $"{Noon},10,11,9,10,100,{Noon + (5 * Minute) - 1},1000,12,60,600,0\n");

        var market = RecordedMarket.Load(_folder).Find("ETHUSDT")!;

        market.TakerVolumes(0, long.MaxValue, Noon + (5 * Minute)).ShouldBe([new TakerReading(Noon, 60, 40)]);
        market.TakerVolumes(0, long.MaxValue, Noon + (5 * Minute) - 1).ShouldBeEmpty();
    }

    [Fact]
    public void Prices_written_with_trailing_zeros_keep_their_decimals()
    {
        Write("klines/ETHUSDT/5m", KlineHeader + Kline(Noon, "10.10,11.20,9.00,10.30", "1"));

        var tick = RecordedMarket.Load(_folder).Find("ETHUSDT")!.Instrument.TickSize;

        tick.ShouldBe(0.1m);
        tick.Scale.ShouldBe((byte)2);
    }

    [Theory]
    [InlineData("12x,1,1,1,1", "open_time '12x' is not a whole number")]
    [InlineData("1768392000001,1,1,1,1", "open_time 1768392000001 is not a multiple of 300000 ms")]
    [InlineData("1768392300000,1,1,1,", "close '' is not a number")]
    [InlineData("1768392300000,0,1,1,1", "open is not above zero")]
    [InlineData("1768392300000,5,4,1,1", "open and close do not lie between low and high")]
    [InlineData("1768392000000,1,1,1,1", "its time is not later than that of the row before it; rows must be in order and appear once")]
    [InlineData("1768391700000,1,1,1,1", "its time is not later than that of the row before it; rows must be in order and appear once")]
    public void Bad_row_is_named_by_file_and_line(string start, string reason)
    {
        Write("klines/ETHUSDT/5m", KlineHeader + Kline(Noon, "1,1,1,1", "1") + $"{start},1,0,,,,,0\n");

        var failure = Should.Throw<InvalidSetupException>(() => RecordedMarket.Load(_folder));

        failure.Message.ShouldBe($"{Path.Combine(_folder, "klines/ETHUSDT/5m", "data.csv")}, line 3: {reason}.");
    }

    [Fact]
    public void File_without_a_column_is_named()
    {
        Write("fundingRate/BTCUSDT", "calc_time,last_funding_rate\n1,0.1\n");

        Should.Throw<InvalidSetupException>(() => RecordedMarket.Load(_folder)).Message.ShouldContain("no column funding_interval_hours");
    }

    [Fact]
    public void File_without_a_price_column_is_named_with_its_header_line()
    {
        Write("klines/ETHUSDT/5m", "open_time,open,high,low\n" + $"{Noon},1,1,1\n");

        Should.Throw<InvalidSetupException>(() => RecordedMarket.Load(_folder)).Message
            .ShouldBe($"{Path.Combine(_folder, "klines/ETHUSDT/5m", "data.csv")}, line 1: the header has no column close.");
    }

    [Fact]
    public void Columns_that_need_not_be_recorded_may_be_missing()
    {
        Write("klines/ETHUSDT/5m", "open_time,open,high,low,close\n" + $"{Noon},10,11,9,10\n");
        Write("metrics/ETHUSDT", "create_time,sum_open_interest,sum_open_interest_value\n2026-01-14 12:00:00,5,50\n");

        var market = RecordedMarket.Load(_folder).Find("ETHUSDT")!;

        market.Bars(PriceKind.Traded, 5 * Minute, 0, long.MaxValue, Noon + Hour).ShouldBe([new Bar(Noon, 10, 11, 9, 10)]);
        market.OpenInterest(0, Noon, Noon).ShouldBe([new OpenInterestReading(Noon, 5, 50)]);
    }

    [Fact]
    public void Finest_mark_bars_are_served()
    {
        Write("markPriceKlines/BTCUSDT/15m", KlineHeader + Kline(Noon, "100,101,99,100", "0"));

        var market = Contract();

        market.Bars(PriceKind.Mark, 15 * Minute, 0, long.MaxValue, Noon + Hour).ShouldHaveSingleItem().High.ShouldBe(101);
        market.Bars(PriceKind.Mark, 5 * Minute, 0, long.MaxValue, Noon + Hour).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public void Gap_may_be_refused(int minutesMissing, bool isRefused)
    {
        Write("klines/ETHUSDT/5m", KlineHeader + Kline(Noon, "1,1,1,1", "1") + Kline(Noon + (15 * Minute), "1,1,1,1", "1"));

        var load = () => RecordedInstrument.Load(_folder, "ETHUSDT", TimeSpan.FromMinutes(minutesMissing));

        if (isRefused)
        {
            load.ShouldThrow<InvalidSetupException>().Message.ShouldContain(", line 3: it comes 0.25 hours after the row before it");
        }
        else
        {
            load().Instrument.Symbol.ShouldBe("ETHUSDT");
        }
    }

    [Fact]
    public void Contract_that_is_delivered_is_refused()
    {
        Write("klines/BTCUSDT_260327/5m", KlineHeader + Kline(Noon, "1,1,1,1", "1"));

        Should.Throw<InvalidSetupException>(() => RecordedMarket.Load(_folder)).Message.ShouldContain("'BTCUSDT_260327'");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void Start_outside_the_recording_is_refused(int minutes)
    {
        var options = new PaperExchangeOptions { MarketFolder = _folder, StartAt = DateTimeOffset.FromUnixTimeMilliseconds(Noon + (minutes * Minute)) };

        Should.Throw<InvalidSetupException>(() => PaperExchangeService.Build(options)).Message
            .ShouldContain("runs from 2026-01-14T12:00:00Z to 2026-01-14T12:20:00Z");
    }

    [Fact]
    public void Clock_of_a_recording_starts_at_its_end_and_stays_there()
    {
        var time = new FakeTimeProvider();

        var (_, clock) = MarketFactory.Create(new PaperExchangeOptions { MarketFolder = _folder, TimeProvider = time, Speed = 100 });

        clock.Now.ShouldBe(Noon + (20 * Minute));
        time.Advance(TimeSpan.FromHours(1));
        clock.Now.ShouldBe(Noon + (20 * Minute));
    }

    [SharedFolderFact("market/klines")]
    public void Shared_recording_is_served_whole()
    {
        var market = RecordedMarket.Load(SharedFolder.PathOf("market"));

        market.Instruments.Select(instrument => instrument.Symbol).ShouldBe(["BTCUSDT", "DOGEUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT"]);
        market.Instruments.Select(instrument => instrument.TickSize).ShouldBe([0.1m, 0.00001m, 0.01m, 0.01m, 0.0001m]);
        var bitcoin = market.Find("BTCUSDT")!;
        bitcoin.Bars(PriceKind.Traded, 5 * Minute, 0, market.End, market.End).Count.ShouldBe(9727);
        bitcoin.Bars(PriceKind.Mark, Hour, 0, market.End, market.End).Count.ShouldBe(810);
        bitcoin.OpenInterest(0, market.End, market.End).Count.ShouldBe(10304);
        bitcoin.Funding(0, market.End, market.End).Count.ShouldBe(180);
        var ripple = market.Find("XRPUSDT")!;
        ripple.OpenInterest(0, market.End, market.End).ShouldBeEmpty();
        ripple.Quote(market.End)!.FundingRate.ShouldBeNull();
    }

    private static string Kline(long openTime, string prices, string volume) => $"{openTime},{prices},{volume},{openTime + (5 * Minute) - 1},,,,,0\n";

    private IInstrumentMarket Contract() => RecordedMarket.Load(_folder).Find("BTCUSDT")!;

    private void Write(string folder, string content)
    {
        var path = Path.Combine(_folder, folder);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "data.csv"), content);
    }
}
