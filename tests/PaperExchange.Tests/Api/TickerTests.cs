using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class TickerTests
{
    [Fact]
    public async Task Premium_index_of_a_perpetual()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/fapi/v1/premiumIndex?symbol=BTCUSDT")).ShouldBe(
            $$"""{"symbol":"BTCUSDT","markPrice":"100.25000000","indexPrice":"100.12500000","estimatedSettlePrice":"100.12500000","lastFundingRate":"-0.00010000","interestRate":"0.00010000","nextFundingTime":{{StubMarket.Noon + (4 * StubMarket.Hour)}},"time":{{StubMarket.Noon}}}""");
    }

    [Fact]
    public async Task Premium_index_of_a_delivery_contract_has_no_rate()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/fapi/v1/premiumIndex?symbol=BTCUSDT_260327")).ShouldContain(
            "\"lastFundingRate\":\"\",\"interestRate\":\"\",\"nextFundingTime\":0,");
    }

    [Fact]
    public async Task Premium_index_of_a_settling_contract_has_zeros()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/fapi/v1/premiumIndex?symbol=OLDUSDT")).ShouldContain(
            "\"estimatedSettlePrice\":\"0.00000000\",\"lastFundingRate\":\"0.00000000\",\"interestRate\":\"0.00000000\",\"nextFundingTime\":0,");
    }

    [Theory]
    [InlineData("/fapi/v1/premiumIndex")]
    [InlineData("/fapi/v1/ticker/24hr")]
    [InlineData("/fapi/v1/ticker/bookTicker")]
    [InlineData("/fapi/v1/ticker/price")]
    [InlineData("/fapi/v2/ticker/price")]
    public async Task Without_a_symbol_every_listed_contract_is_answered(string path)
    {
        var market = StubMarket.Typical();
        market.Contracts.Add(StubInstrument.WithHistory(market.Instruments[0] with { Symbol = "NEWUSDT", OnboardDate = StubMarket.Noon + 1 }));
        market.Contracts.Add(StubInstrument.WithHistory(market.Instruments[0] with { Symbol = "SILENTUSDT" }) with { Present = null });
        await using var host = await PaperExchangeHost.StartAsync(market);

        var rows = await host.GetJsonAsync(path);

        rows.EnumerateArray().Select(row => row.GetProperty("symbol").GetString()).ShouldBe(["BTCUSDT", "BTCUSDT_260327", "OLDUSDT", "币安人生USDT"]);
    }

    [Fact]
    public async Task Ticker_24h_sums_the_last_days_bars()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/fapi/v1/ticker/24hr?symbol=BTCUSDT")).ShouldBe(
            $$"""{"closeTime":{{StubMarket.Noon}},"count":252,"firstId":-1,"highPrice":"137.00","lastId":-1,"lastPrice":"100.50","lastQty":"0.000","lowPrice":"99.00","openPrice":"100.00","openTime":{{StubMarket.Noon - StubMarket.Day}},"priceChange":"0.50","priceChangePercent":"0.500","quoteVolume":"36000.00","symbol":"BTCUSDT","volume":"360.000","weightedAvgPrice":"100.00"}""");
    }

    [Fact]
    public async Task Ticker_24h_leaves_out_bars_that_are_older()
    {
        await using var host = await PaperExchangeHost.StartAsync();
        host.Time.Advance(TimeSpan.FromHours(23));

        var ticker = await host.GetJsonAsync("/fapi/v1/ticker/24hr?symbol=BTCUSDT");

        ticker.GetProperty("volume").GetString().ShouldBe("120.000");
        ticker.GetProperty("openPrice").GetString().ShouldBe("124.00");
    }

    [Fact]
    public async Task Book_ticker_of_a_book_that_was_not_recorded_is_an_empty_book()
    {
        var contract = StubInstrument.WithHistory(StubMarket.Typical().Instruments[0]) with { Present = new Quote(100m, 100m, null, null, null, null, null, null) };
        await using var host = await PaperExchangeHost.StartAsync(new StubMarket(contract));

        (await host.Client.GetStringAsync("/fapi/v1/ticker/bookTicker?symbol=BTCUSDT")).ShouldBe(
            $$"""{"symbol":"BTCUSDT","bidPrice":"0.00","bidQty":"0.000","askPrice":"0.00","askQty":"0.000","time":{{StubMarket.Noon}},"lastUpdateId":{{StubMarket.Noon}}}""");
    }

    [Fact]
    public async Task Funding_rate_without_times_is_the_latest_and_with_a_start_the_earliest()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var latest = await host.Client.GetStringAsync("/fapi/v1/fundingRate?symbol=BTCUSDT&limit=1");
        var earliest = await host.Client.GetStringAsync("/fapi/v1/fundingRate?symbol=BTCUSDT&limit=1&startTime=0");

        latest.ShouldBe($$"""[{"symbol":"BTCUSDT","fundingTime":{{StubMarket.Noon - (4 * StubMarket.Hour)}},"fundingRate":"0.00050000","markPrice":"100.00000000","rateType":"Regular"}]""");
        earliest.ShouldBe($$"""[{"symbol":"BTCUSDT","fundingTime":{{StubMarket.Noon - (36 * StubMarket.Hour)}},"fundingRate":"0.00010000","markPrice":"","rateType":"Regular"}]""");
    }

    [Fact]
    public async Task Funding_rate_without_a_symbol_mixes_contracts_in_order_of_time()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var rows = await host.GetJsonAsync("/fapi/v1/fundingRate?limit=5");

        rows.EnumerateArray().Select(row => row.GetProperty("symbol").GetString()).Distinct().Count().ShouldBe(4);
        var times = rows.EnumerateArray().Select(row => row.GetProperty("fundingTime").GetInt64()).ToList();
        times.ShouldBe(times.Order());
        times.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Funding_info_lists_contracts_that_have_it_and_ignores_the_symbol()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var rows = await host.GetJsonAsync("/fapi/v1/fundingInfo?symbol=NOPEUSDT");

        rows.EnumerateArray().Select(row => row.GetProperty("fundingIntervalHours").GetInt32()).ShouldBe([8, 4]);
        rows[0].GetProperty("adjustedFundingRateFloor").GetString().ShouldBe("-0.00300000");
    }

    [Fact]
    public async Task Exchange_info_lists_every_contract_and_ignores_the_symbol()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var info = await host.GetJsonAsync("/fapi/v1/exchangeInfo?symbol=NOPEUSDT");

        info.GetProperty("symbols").GetArrayLength().ShouldBe(4);
        info.GetProperty("rateLimits")[0].GetProperty("limit").GetInt32().ShouldBe(2400);
        var bitcoin = info.GetProperty("symbols")[0];
        bitcoin.GetProperty("pricePrecision").GetInt32().ShouldBe(2);
        bitcoin.GetProperty("filters")[0].GetProperty("tickSize").GetString().ShouldBe("0.10");
        info.GetProperty("symbols")[2].GetProperty("status").GetString().ShouldBe("SETTLING");
    }

    [Fact]
    public async Task Spot_answers_one_pair_some_or_all()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/api/v3/ticker/price?symbol=BTCUSDT")).ShouldBe("""{"symbol":"BTCUSDT","price":"99.50000000"}""");
        (await host.Client.GetStringAsync("/api/v3/ticker/bookTicker?symbols=[\"ETHUSDT\"]")).ShouldBe(
            """[{"symbol":"ETHUSDT","bidPrice":"9.99000000","bidQty":"0.00010000","askPrice":"10.01000000","askQty":"0.00010000"}]""");
        (await host.GetJsonAsync("/api/v3/ticker/price")).GetArrayLength().ShouldBe(2);
        (await host.GetJsonAsync("/api/v3/exchangeInfo")).GetProperty("symbols").GetArrayLength().ShouldBe(2);
        (await host.Client.GetStringAsync("/api/v3/time")).ShouldBe($$"""{"serverTime":{{StubMarket.Noon}}}""");
    }
}
