using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.FundingDerivatives.Tests.Stub;
using static OmnipotentFutures.FundingDerivatives.Tests.Stub.BinanceSamples;

namespace OmnipotentFutures.FundingDerivatives.Tests.Screener;

public sealed class ScreenerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Time));
    private ServiceUnderTest _service = null!;

    public async Task InitializeAsync() => _service = await ServiceUnderTest.StartAsync(_clock, MarketSamples.SetWholeMarket);

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Row_has_every_number_of_its_contract()
    {
        var data = await GetAsync("/screener?limit=1");

        data["rows"]![0]!.ShouldBeJson("""
            {"symbol":"BTCUSDT","base_asset":"BTC","quote_asset":"USDT","rate":0.01,"interval_hours":8,"interval_source":"funding_info","rate_8h":0.01,"apr":10.95,
             "cap":0.3,"floor":-0.3,"cap_utilisation":3.333333,"next_funding_time":1789488000000,"seconds_to_funding":9697,"mark_price":80008,"index_price":80000,
             "index_basis":0.01,"price":80005.1,"price_change_24h":1.25,"volume_24h_usdt":12000000000.5,"status":"ok","reason":null}
            """);
        data.ShouldHaveJson("total", "11");
        data.ShouldHaveJson("count", "1");
        data.ShouldHaveJson("offset", "0");
        data.ShouldHaveJson("limit", "1");
        data.ShouldHaveJson("sort", "\"volume_24h_usdt\"");
        data.ShouldHaveJson("order", "\"desc\"");
        data.ShouldHaveJson("as_of", $"{Time}");
        data.ShouldHaveJson("meta", $$"""
            {"source":"binance","as_of":{{Time}},"stale":false,"model_version":"screener-1","missing_inputs":[],"warnings":[]}
            """);
        data["risk_warning"]!.GetValue<string>().ShouldContain("yatırım tavsiyesi değildir");
    }

    [Fact]
    public async Task Every_perpetual_that_trades_is_there_and_nothing_else()
    {
        var symbols = Symbols(await GetAsync("/screener"));

        symbols.ShouldBe(
            ["BTCUSDT", "币安人生USDT", "HOURUSDT", "1000SATSUSDT", "ETHUSDC", "TSLAUSDT", "ETHBTC", "TWOUSDT", "IDLEUSDT", "GONEUSDT", "VOIDUSDT"]);
    }

    [Theory]
    [InlineData("HOURUSDT", 1, "funding_info", 12.8, 14016, 80)]
    [InlineData("TWOUSDT", 2, "funding_info", 0.02, 21.9, 0.25)]
    [InlineData("1000SATSUSDT", 4, "funding_info", 0.06, 65.7, 1.5)]
    [InlineData("币安人生USDT", 4, "funding_info", -1, -1095, 25)]
    [InlineData("ETHUSDC", 8, "funding_info", -0.012, -13.14, 0.6)]
    [InlineData("TSLAUSDT", 8, "funding_info", 0, 0, 0)]
    public async Task Rates_of_all_intervals_are_comparable(string symbol, int hours, string source, double rate8Hours, double apr, double utilisation)
    {
        var row = await RowAsync(symbol);

        row.ShouldHaveJson("interval_hours", $"{hours}");
        row.ShouldHaveJson("interval_source", $"\"{source}\"");
        row["rate_8h"]!.GetValue<double>().ShouldBe(rate8Hours);
        row["apr"]!.GetValue<double>().ShouldBe(apr);
        row["cap_utilisation"]!.GetValue<double>().ShouldBe(utilisation, 1e-6);
        row.ShouldHaveJson("status", "\"ok\"");
    }

    [Fact]
    public async Task Contract_without_a_rule_is_not_reckoned_with_what_is_assumed_of_it()
    {
        var row = await RowAsync("ETHBTC");

        row.ShouldHaveJson("interval_hours", "8");
        row.ShouldHaveJson("interval_source", "\"assumed\"");
        row.ShouldHaveJson("rate", "0");
        row.ShouldHaveJson("rate_8h", "null");
        row.ShouldHaveJson("apr", "null");
        row.ShouldHaveJson("status", "\"missing\"");
        row.ShouldHaveJson("reason", "\"interval_assumed\"");
        row.ShouldHaveJson("cap", "null");
        row.ShouldHaveJson("cap_utilisation", "null");
    }

    [Fact]
    public async Task Volume_of_another_quote_asset_is_in_usdt()
    {
        (await RowAsync("ETHUSDC")).ShouldHaveJson("volume_24h_usdt", "999000");
        (await RowAsync("ETHBTC")).ShouldHaveJson("volume_24h_usdt", "800000");
    }

    [Theory]
    [InlineData("IDLEUSDT", "funding_rate_missing", "1", "0")]
    [InlineData("VOIDUSDT", "funding_rate_missing", "null", "null")]
    [InlineData("GONEUSDT", "premium_index_missing", "null", "null")]
    public async Task Contract_without_a_rate_is_shown_with_the_reason(string symbol, string reason, string price, string volume)
    {
        var row = await RowAsync(symbol);

        row.ShouldHaveJson("status", "\"missing\"");
        row.ShouldHaveJson("reason", $"\"{reason}\"");
        foreach (var name in new[] { "rate", "rate_8h", "apr", "next_funding_time", "seconds_to_funding", "cap_utilisation" })
        {
            row.ShouldHaveJson(name, "null");
        }

        row.ShouldHaveJson("mark_price", price);
        row.ShouldHaveJson("volume_24h_usdt", volume);
    }

    [Fact]
    public async Task Contract_that_the_statistics_leave_out_is_shown_without_them()
    {
        _service.Exchange.Set(MarketSamples.Tickers, "[]");

        var row = await RowAsync("BTCUSDT");

        row.ShouldHaveJson("reason", "\"ticker_missing\"");
        row.ShouldHaveJson("rate", "0.01");
        row.ShouldHaveJson("price", "null");
        row.ShouldHaveJson("price_change_24h", "null");
        row.ShouldHaveJson("volume_24h_usdt", "null");
    }

    [Theory]
    [InlineData("?sort=rate_8h&limit=3", "HOURUSDT,1000SATSUSDT,TWOUSDT")]
    [InlineData("?sort=rate_8h&order=asc&limit=3", "币安人生USDT,ETHUSDC,TSLAUSDT")]
    [InlineData("?sort=abs_rate_8h&limit=2", "HOURUSDT,币安人生USDT")]
    [InlineData("?sort=cap_utilisation&limit=2", "HOURUSDT,币安人生USDT")]
    [InlineData("?sort=price_change_24h&order=asc&limit=1", "币安人生USDT")]
    [InlineData("?sort=symbol&limit=2", "1000SATSUSDT,BTCUSDT")]
    [InlineData("?sort=symbol&order=desc&limit=2", "币安人生USDT,VOIDUSDT")]
    [InlineData("?sort=seconds_to_funding&order=asc&limit=4", "1000SATSUSDT,HOURUSDT,TWOUSDT,币安人生USDT")]
    [InlineData("?sort=interval_hours&order=asc&limit=2", "HOURUSDT,TWOUSDT")]
    [InlineData("?sort=interval_hours&order=asc&limit=2&offset=2", "1000SATSUSDT,币安人生USDT")]
    [InlineData("?offset=2147483647", "")]
    [InlineData("?min_volume=60000000", "BTCUSDT,币安人生USDT,HOURUSDT")]
    [InlineData("?min_volume=60000000.01", "BTCUSDT,币安人生USDT")]
    [InlineData("?min_volume=0.000001&offset=7", "TWOUSDT")]
    public async Task Rows_are_sorted_paged_and_filtered(string query, string expected) =>
        string.Join(',', Symbols(await GetAsync($"/screener{query}"))).ShouldBe(expected);

    [Theory]
    [InlineData("rate")]
    [InlineData("rate_8h")]
    [InlineData("apr")]
    [InlineData("cap")]
    [InlineData("floor")]
    [InlineData("cap_utilisation")]
    [InlineData("next_funding_time")]
    [InlineData("seconds_to_funding")]
    [InlineData("mark_price")]
    [InlineData("index_price")]
    [InlineData("index_basis")]
    [InlineData("price")]
    [InlineData("price_change_24h")]
    [InlineData("volume_24h_usdt")]
    [InlineData("interval_hours")]
    public async Task Rows_without_the_value_come_last_either_way(string column)
    {
        foreach (var order in new[] { "asc", "desc" })
        {
            var rows = (await GetAsync($"/screener?sort={column}&order={order}"))["rows"]!.AsArray();
            var values = rows.Select(row => row![column]?.GetValue<decimal>()).ToArray();
            var known = values.TakeWhile(value => value is not null).ToArray();

            values.Skip(known.Length).ShouldAllBe(value => value == null);
            known.ShouldBe(order == "asc" ? known.OrderBy(value => value) : known.OrderByDescending(value => value));
            rows.GroupBy(row => row![column]?.GetValue<decimal>()).ShouldAllBe(ties => IsBySymbol(ties));
        }
    }

    [Theory]
    [InlineData("sort=volume", "sort is not one of ours: use symbol, volume_24h_usdt, rate,")]
    [InlineData("sort=", "sort is not one of ours")]
    [InlineData("sort=SYMBOL", "sort is not one of ours")]
    [InlineData("sort=%3Cscript%3E", "sort is not one of ours")]
    [InlineData("sort=rate&sort=apr", "sort is given more than once")]
    [InlineData("sort=rate&sort=", "sort is given more than once")]
    [InlineData("order=down", "order is not one of ours: use asc or desc.")]
    [InlineData("order=", "order is not one of ours")]
    [InlineData("limit=0", "limit is not a whole number from 1 to 1000.")]
    [InlineData("limit=1001", "limit is not a whole number from 1 to 1000.")]
    [InlineData("limit=-1", "limit is not a whole number")]
    [InlineData("limit=1.0", "limit is not a whole number")]
    [InlineData("limit=1,0", "limit is not a whole number")]
    [InlineData("limit=99999999999999999999", "limit is not a whole number")]
    [InlineData("limit=", "limit is not a whole number")]
    [InlineData("limit=ten", "limit is not a whole number")]
    [InlineData("limit=5&limit=", "limit is given more than once")]
    [InlineData("offset=-1", "offset is not a whole number of 0 or more.")]
    [InlineData("offset=2147483648", "offset is not a whole number of 0 or more.")]
    [InlineData("min_volume=-1", "min_volume is not a number of 0 or more")]
    [InlineData("min_volume=NaN", "min_volume is not a number")]
    [InlineData("min_volume=Infinity", "min_volume is not a number")]
    [InlineData("min_volume=1e400", "min_volume is not a number")]
    [InlineData("min_volume=1e3", "min_volume is not a number")]
    [InlineData("min_volume=99999999999999999999999999999999", "min_volume is not a number")]
    [InlineData("min_volume=1,5", "min_volume is not a number")]
    [InlineData("min_volume=", "min_volume is not a number")]
    [InlineData("lang=xx", "lang is not a language of ours: use tr or en.")]
    public async Task Mistake_is_an_invalid_request_that_says_what_is_allowed(string query, string sentence)
    {
        foreach (var accept in new[] { "application/json", "text/csv" })
        {
            using var response = await SendAsync($"/screener?{query}", accept);
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            problem.ShouldHaveJson("code", "\"invalid_request\"");
            problem.ShouldHaveJson("success", "false");
            problem["detail"]!.GetValue<string>().ShouldStartWith(sentence);
            problem["detail"]!.GetValue<string>().ShouldNotContain("script");
        }

        _service.Exchange.CallsOf(PremiumIndex).ShouldBe(0);
    }

    [Theory]
    [InlineData(503, "upstream_unavailable", HttpStatusCode.BadGateway)]
    [InlineData(451, "upstream_restricted_location", HttpStatusCode.ServiceUnavailable)]
    [InlineData(418, "upstream_rate_limited", HttpStatusCode.ServiceUnavailable)]
    public async Task Without_rates_the_screener_fails_with_the_cause(int status, string code, HttpStatusCode answered)
    {
        // By its own clock: the service waits between attempts.
        await using var service = await ServiceUnderTest.StartAsync(prepare: MarketSamples.SetWholeMarket);
        service.Exchange.Set(MarketSamples.AllPremiums, """{"code":0,"msg":"No."}""", status);

        foreach (var route in new[] { "/screener", "/extremes" })
        {
            using var response = await service.Http.GetAsync(route);
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            response.StatusCode.ShouldBe(answered);
            problem.ShouldHaveJson("code", $"\"{code}\"");
        }
    }

    [Fact]
    public async Task Empty_list_of_rates_is_no_market()
    {
        _service.Exchange.Set(MarketSamples.AllPremiums, "[]");

        using var response = await _service.Http.GetAsync("/screener");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Without_statistics_and_rules_the_rest_is_shown_with_warnings()
    {
        await using var service = await ServiceUnderTest.StartAsync(prepare: exchange =>
        {
            exchange.SetWholeMarket();
            exchange.Set(MarketSamples.Tickers, "<html>", type: "text/html");
            exchange.Set(FundingInfo, "<html>", type: "text/html");
            exchange.Set(SpotBooks, "<html>", type: "text/html");
        });

        var data = await GetAsync("/screener?sort=rate&limit=2&lang=en", service);

        data["meta"].ShouldHaveJson("missing_inputs", """["tickers","funding_info","spot_price"]""");
        data["meta"]!["warnings"]![0].ShouldHaveJson("message", "\"The 24-hour statistics could not be read now: price, change and volume are not known.\"");
        var row = data["rows"]![1]!;
        row.ShouldHaveJson("symbol", "\"1000SATSUSDT\"");
        row.ShouldHaveJson("rate", "0.03");
        row.ShouldHaveJson("reason", "\"ticker_unavailable\"");
        // Most contracts do not settle every 8 hours: to assume it would be to invent.
        row.ShouldHaveJson("interval_hours", "null");
        row.ShouldHaveJson("interval_source", "null");
        row.ShouldHaveJson("rate_8h", "null");
        row.ShouldHaveJson("apr", "null");
    }

    [Fact]
    public async Task Cold_market_costs_at_most_sixty_weight_and_a_second_caller_nothing()
    {
        await GetAsync("/screener");
        var cold = _service.Exchange.Calls.Count;

        await GetAsync("/screener?sort=apr&limit=1000");
        using var csv = await SendAsync("/screener", "text/csv");
        csv.EnsureSuccessStatusCode();

        _service.Exchange.Calls.Count.ShouldBe(cold);
        foreach (var path in new[] { ExchangeInfo, PremiumIndex, MarketSamples.Tickers, FundingInfo, SpotBooks })
        {
            _service.Exchange.CallsOf(path).ShouldBe(1, path);
        }
    }

    [Fact]
    public async Task Countdown_goes_on_while_the_table_is_kept()
    {
        (await RowAsync("BTCUSDT")).ShouldHaveJson("seconds_to_funding", "9697");
        _service.Exchange.Set(MarketSamples.AllPremiums, "<html>", type: "text/html");
        _clock.Advance(TimeSpan.FromSeconds(6));
        (await RowAsync("BTCUSDT")).ShouldHaveJson("seconds_to_funding", "9691");

        _clock.Advance(TimeSpan.FromMinutes(30));
        (await RowAsync("BTCUSDT")).ShouldHaveJson("seconds_to_funding", "7891");
    }

    [Fact]
    public async Task New_rates_make_a_new_table()
    {
        (await RowAsync("BTCUSDT")).ShouldHaveJson("rate", "0.01");
        _service.Exchange.Set(MarketSamples.AllPremiums, $"[{MarketSamples.Premium("BTCUSDT", "80000", "80000", "0.00020000", MarketSamples.Next)}]");

        (await RowAsync("BTCUSDT")).ShouldHaveJson("rate", "0.01");
        _clock.Advance(TimeSpan.FromSeconds(6));
        (await RowAsync("BTCUSDT")).ShouldHaveJson("rate", "0.02");
    }

    [Fact]
    public async Task Last_known_rates_are_given_marked_stale_while_the_exchange_fails()
    {
        await GetAsync("/screener");
        _service.Exchange.Set(MarketSamples.AllPremiums, "<html>", type: "text/html");
        _clock.Advance(TimeSpan.FromSeconds(6));

        var data = await GetAsync("/screener");

        data["meta"].ShouldHaveJson("stale", "true");
        data.Codes().ShouldBe(["stale_data"]);
        data["rows"]![0].ShouldHaveJson("rate", "0.01");
    }

    [Fact]
    public async Task Csv_has_a_header_and_a_row_for_each_contract()
    {
        using var response = await SendAsync("/screener?limit=1000", "text/csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n");

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("screener-20260915T131823Z.csv");
        response.Headers.Vary.ShouldContain("Accept");
        lines[0].ShouldBe(
            "symbol,base_asset,quote_asset,rate,interval_hours,rate_8h,apr,cap,floor,cap_utilisation,next_funding_time,seconds_to_funding,mark_price,index_price," +
            "index_basis,price,price_change_24h,volume_24h_usdt,interval_source,status,reason,as_of,source");
        lines[1].ShouldBe(
            "BTCUSDT,BTC,USDT,0.01,8,0.01,10.95,0.3,-0.3,3.333333,1789488000000,9697,80008,80000,0.01,80005.1,1.25,12000000000.5,funding_info,ok,,1789478303000,binance");
        lines.Length.ShouldBe(13);
        lines[^1].ShouldBeEmpty();
        lines[2].ShouldStartWith("币安人生USDT,币安人生,USDT,-0.5,4,");
        lines[11].ShouldStartWith("VOIDUSDT,VOID,USDT,,8,,,,,,,,,,,,,,assumed,missing,funding_rate_missing,");
        lines.Skip(1).SkipLast(1).ShouldAllBe(line => line.Count(character => character == ',') == 22);
    }

    [Fact]
    public async Task Csv_of_simulated_data_says_so_in_every_row()
    {
        _service.Exchange.Paper = "simulated";

        using var response = await SendAsync("/screener", "text/csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Skip(1).ShouldAllBe(line => line.EndsWith(",paper-simulated"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("*/*", false)]
    [InlineData("application/json", false)]
    [InlineData("text/csv", true)]
    [InlineData("TEXT/CSV", true)]
    [InlineData("text/csv; charset=utf-8", true)]
    [InlineData("text/*", true)]
    [InlineData("text/csv, */*", true)]
    [InlineData("text/csv, application/json", false)]
    [InlineData("text/csv;q=0.5, application/json;q=0.4", true)]
    [InlineData("text/csv;q=0.5, application/json", false)]
    [InlineData("text/csv;q=0.5, */*;q=0.8", false)]
    [InlineData("text/csv;q=0, */*", false)]
    [InlineData("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", false)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false)]
    [InlineData("image/png", false)]
    [InlineData("application/json;q=0", false)]
    [InlineData("text/csv;q=rubbish", true)]
    [InlineData(";;,,", false)]
    public async Task Csv_is_for_those_who_prefer_it(string? accept, bool isCsv)
    {
        using var response = await SendAsync("/screener", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(isCsv ? "text/csv" : "application/json");
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Fact]
    public async Task Swagger_shows_every_parameter_with_what_is_allowed()
    {
        var operation = JsonNode.Parse(await _service.Http.GetStringAsync("/swagger/v1/swagger.json"))!["paths"]!["/screener"]!["get"]!;

        var parameters = operation["parameters"]!.AsArray();
        parameters.Select(parameter => parameter!["name"]!.GetValue<string>()).ShouldBe(["sort", "order", "limit", "offset", "min_volume"]);
        parameters.ShouldAllBe(parameter => parameter!["description"]!.GetValue<string>().Length > 10);
        operation["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key).ShouldBe(["application/json", "text/csv"]);
    }

    private static string[] Symbols(JsonNode data) => [.. data["rows"]!.AsArray().Select(SymbolOf)];

    private static string SymbolOf(JsonNode? row) => row!["symbol"]!.GetValue<string>();

    private static bool IsBySymbol(IEnumerable<JsonNode?> rows)
    {
        string[] symbols = [.. rows.Select(SymbolOf)];
        return symbols.SequenceEqual(symbols.Order(StringComparer.Ordinal));
    }

    private async Task<JsonNode> RowAsync(string symbol) =>
        (await GetAsync("/screener?limit=1000"))["rows"]!.AsArray().Single(row => SymbolOf(row) == symbol)!;

    private async Task<JsonNode> GetAsync(string path, ServiceUnderTest? service = null)
    {
        var body = JsonNode.Parse(await (service ?? _service).Http.GetStringAsync(path))!;
        body.ShouldHaveJson("success", "true");
        return body["data"]!;
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await _service.Http.SendAsync(request);
    }
}
