using System.Net;
using System.Text.Json;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class KlineTests
{
    private const long First = StubMarket.Noon - (3 * StubMarket.Hour);
    private const long Step = 5 * StubMarket.Minute;

    [Fact]
    public async Task Kline_has_twelve_fields_with_the_contracts_decimals()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync("/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=1");

        body.ShouldBe($"""[[{First + (35 * Step)},"135.00","137.00","134.00","136.00","10.000",{First + (36 * Step) - 1},"1000.00000",7,"4.000","400.00000","0"]]""");
    }

    [Fact]
    public async Task Mark_and_index_klines_have_eight_decimals_and_no_volumes()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var mark = await host.Client.GetStringAsync("/fapi/v1/markPriceKlines?symbol=BTCUSDT&interval=5m&limit=1");
        var index = await host.Client.GetStringAsync("/fapi/v1/indexPriceKlines?pair=BTCUSDT&interval=5m&limit=1");

        var (open, close) = (First + (35 * Step), First + (36 * Step) - 1);
        mark.ShouldBe($"""[[{open},"135.00000000","136.00000000","135.00000000","136.00000000","0",{close},"0",0,"0","0","0"]]""");
        index.ShouldBe($"""[[{open},"134.00000000","135.00000000","134.00000000","135.00000000","0",{close},"0",0,"0","0","0"]]""");
    }

    [Fact]
    public async Task Premium_index_klines_are_fractions_that_may_be_negative()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync("/fapi/v1/premiumIndexKlines?symbol=BTCUSDT&interval=5m&limit=1");

        body.ShouldBe($"""[[{First + (35 * Step)},"-0.00010000","0.00350000","-0.00020000","0.00012346","0",{First + (36 * Step) - 1},"0",0,"0","0","0"]]""");
    }

    [Fact]
    public async Task Premium_index_of_a_delivery_contract_is_an_invalid_symbol()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        using var response = await host.Client.GetAsync("/fapi/v1/premiumIndexKlines?symbol=BTCUSDT_260327&interval=8h");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"code":-1121,"msg":"Invalid symbol."}""");
    }

    [Theory]
    [InlineData("", 0, 36)]
    [InlineData("&limit=3", 33, 3)]
    [InlineData("&startTime={0}&limit=3", 0, 3)]
    [InlineData("&startTime={0}&endTime={2}", 0, 3)]
    [InlineData("&endTime={2}", 0, 3)]
    [InlineData("&endTime={35}&limit=2", 34, 2)]
    [InlineData("&startTime={30}&endTime={99}", 30, 6)]
    [InlineData("&startTime={5}&endTime={4}", 0, 0)]
    public async Task Page_runs_from_the_start_or_back_from_the_end_both_inclusive(string query, int first, int count)
    {
        await using var host = await PaperExchangeHost.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            query = query.Replace($"{{{i}}}", $"{First + (i * Step)}", StringComparison.Ordinal);
        }

        var rows = await host.GetJsonAsync("/fapi/v1/klines?symbol=BTCUSDT&interval=5m" + query);

        OpenTimes(rows).ShouldBe(Enumerable.Range(first, count).Select(i => First + (i * Step)));
    }

    [Fact]
    public async Task Page_from_a_start_inside_a_gap_reaches_the_rows_behind_it()
    {
        var contract = new StubInstrument(StubMarket.Typical().Instruments[0]);
        contract.FiveMinuteBars[PriceKind.Traded].Add(new Bar(StubMarket.Noon - (20 * StubMarket.Day), 1, 1, 1, 1));
        contract.FiveMinuteBars[PriceKind.Traded].Add(new Bar(StubMarket.Noon - StubMarket.Hour, 1, 1, 1, 1));
        await using var host = await PaperExchangeHost.StartAsync(new StubMarket(contract));

        var forward = await host.GetJsonAsync($"/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=1&startTime={StubMarket.Noon - (19 * StubMarket.Day)}");
        var backward = await host.GetJsonAsync("/fapi/v1/klines?symbol=BTCUSDT&interval=5m&limit=2");

        OpenTimes(forward).ShouldBe([StubMarket.Noon - StubMarket.Hour]);
        OpenTimes(backward).ShouldBe([StubMarket.Noon - (20 * StubMarket.Day), StubMarket.Noon - StubMarket.Hour]);
    }

    [Theory]
    [InlineData("1w", "2026-01-05T00:00Z", "2026-01-12T00:00Z")]
    [InlineData("1M", "2025-12-01T00:00Z", "2026-01-01T00:00Z")]
    [InlineData("1d", "2026-01-13T00:00Z", "2026-01-14T00:00Z")]
    public async Task Long_interval_begins_where_binances_does_and_ends_before_the_next(string interval, string before, string last)
    {
        var contract = new StubInstrument(StubMarket.Typical().Instruments[0]);
        var (beforeOpen, lastOpen) = (DateTimeOffset.Parse(before).ToUnixTimeMilliseconds(), DateTimeOffset.Parse(last).ToUnixTimeMilliseconds());
        contract.FiveMinuteBars[PriceKind.Traded].AddRange(
            new[] { beforeOpen, lastOpen - Step, lastOpen, StubMarket.Noon }.Select((time, i) => new Bar(time, i, i, i, i, 1)));
        await using var host = await PaperExchangeHost.StartAsync(new StubMarket(contract));

        var rows = await host.GetJsonAsync($"/fapi/v1/klines?symbol=BTCUSDT&interval={interval}");

        OpenTimes(rows).ShouldBe([beforeOpen, lastOpen]);
        rows[0][6].GetInt64().ShouldBe(lastOpen - 1);
        rows[0][1].GetString().ShouldBe("0.00");
        rows[0][4].GetString().ShouldBe("1.00");
        rows[0][5].GetString().ShouldBe("2.000");
        rows[1][4].GetString().ShouldBe("3.00");
    }

    [Fact]
    public async Task Interval_finer_than_what_is_kept_has_no_rows()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        (await host.Client.GetStringAsync("/fapi/v1/klines?symbol=BTCUSDT&interval=1m")).ShouldBe("[]");
    }

    [Fact]
    public async Task Chinese_symbol_is_found_and_written_as_it_is()
    {
        await using var host = await PaperExchangeHost.StartAsync();

        var body = await host.Client.GetStringAsync($"/fapi/v2/ticker/price?symbol={Uri.EscapeDataString("币安人生USDT")}");

        body.ShouldBe($$"""{"symbol":"币安人生USDT","price":"100.50000","time":{{StubMarket.Noon}}}""");
    }

    private static IEnumerable<long> OpenTimes(JsonElement rows) => rows.EnumerateArray().Select(row => row[0].GetInt64());
}
