using System.Text.Json;
namespace OmnipotentFutures.EndToEnd;

/// <summary>The same number wherever it is told, and the number that the exchange's own rows give.</summary>
[Collection(OnFrozenExchange.Name)]
public sealed class FundingConsistencyTests(FrozenExchange exchange, FrozenFunding funding) : IClassFixture<FrozenFunding>
{
    private const long DayMs = 86_400_000;

    // Percentages have six decimals.
    private const decimal Rounding = 0.000001m;

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("1000PEPEUSDT")]
    [InlineData("BTCUSDT_261225")]
    public async Task Open_interest_is_the_exchanges(string symbol)
    {
        var open = (await exchange.AskAsync($"/fapi/v1/openInterest?symbol={symbol}")).QuotedNumberAt("openInterest");
        var mark = (await exchange.AskAsync($"/fapi/v1/premiumIndex?symbol={symbol}")).QuotedNumberAt("markPrice");

        var data = await funding.AnalyzeAsync(symbol);

        data.NumberAt("open_interest.value").ShouldBe(open);
        data.NumberAt("open_interest.value_usdt").ShouldBe(Math.Round(open * mark, 2));
    }

    [Fact]
    public async Task Changes_of_open_interest_are_between_the_exchanges_rows()
    {
        var rows = (await exchange.AskAsync("/futures/data/openInterestHist?symbol=ETHUSDT&period=5m&limit=300")).EnumerateArray()
            .ToDictionary(row => row.TimeAt("timestamp"), row => (Contracts: row.QuotedNumberAt("sumOpenInterest"), Value: row.QuotedNumberAt("sumOpenInterestValue")));

        var changes = (await funding.AnalyzeAsync("ETHUSDT")).ArrayAt("open_interest.changes");

        changes.Select(change => change.TextAt("window")).ShouldBe(["5m", "15m", "1h", "4h", "24h", "7d"]);
        foreach (var change in changes.SkipLast(1))
        {
            var (before, after) = (rows[change.TimeAt("from")], rows[change.TimeAt("to")]);
            change.TimeAt("to").ShouldBe(rows.Keys.Max());
            change.NumberAt("contracts").ShouldBe(after.Contracts - before.Contracts, Rounding);
            change.NumberAt("contracts_percent").ShouldBe(((after.Contracts / before.Contracts) - 1) * 100, Rounding);
            change.NumberAt("usdt").ShouldBe(after.Value - before.Value, 0.01m);
        }
    }

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("NEARUSDT")] // every four hours
    [InlineData("YGGUSDT")] // every two
    [InlineData("OMUSDT")] // every eight, then every one
    public async Task Realised_funding_is_the_sum_of_the_exchanges_settlements(string symbol)
    {
        var settlements = (await exchange.AskAsync($"/fapi/v1/fundingRate?symbol={symbol}&limit=1000")).EnumerateArray()
            .Select(row => (Time: row.TimeAt("fundingTime"), Rate: row.QuotedNumberAt("fundingRate")))
            .ToList();

        var rate = (await funding.AnalyzeAsync(symbol)).At("funding_rate");

        rate.ArrayAt("realised").Select(sum => sum.TimeAt("days")).ShouldBe([1, 3, 7, 30]);
        foreach (var sum in rate.ArrayAt("realised"))
        {
            var paid = settlements.Where(settlement => settlement.Time > FrozenExchange.NowMs - (sum.TimeAt("days") * DayMs)).ToList();
            sum.NumberAt("rate").ShouldBe(paid.Sum(settlement => settlement.Rate) * 100, Rounding);
            sum.At("settlements").GetInt32().ShouldBe(paid.Count);
            sum.At("complete").GetBoolean().ShouldBeTrue();
        }

        rate.NumberAt("last_settled.rate").ShouldBe(settlements[^1].Rate * 100, Rounding);
        var side = Math.Sign(settlements[^1].Rate);
        rate.At("streak.settlements").GetInt32().ShouldBe(settlements.AsEnumerable().Reverse().TakeWhile(settlement => Math.Sign(settlement.Rate) == side).Count());
    }

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("DOGEUSDT")]
    public async Task Percentile_of_the_rate_is_that_among_the_exchanges_settlements(string symbol)
    {
        var rate = (await funding.AnalyzeAsync(symbol)).At("funding_rate");
        var settled = (await exchange.AskAsync($"/fapi/v1/fundingRate?symbol={symbol}&limit=1000")).EnumerateArray()
            .Where(row => row.TimeAt("fundingTime") > FrozenExchange.NowMs - (30 * DayMs))
            .Select(row => row.QuotedNumberAt("fundingRate") * 100)
            .ToList();

        var standing = rate.ArrayAt("standings").Single(place => place.TimeAt("days") == 30);

        standing.At("n").GetInt32().ShouldBe(settled.Count);
        standing.NumberAt("percentile").ShouldBe(Percentile(settled, rate.NumberAt("current")), 0.01m);
    }

    [Theory]
    [InlineData("globalLongShortAccountRatio", "global_accounts")]
    [InlineData("topLongShortAccountRatio", "top_accounts")]
    [InlineData("topLongShortPositionRatio", "top_positions")]
    public async Task Percentile_of_a_ratio_is_that_among_the_exchanges_rows(string path, string name)
    {
        var ratios = (await exchange.AskAsync($"/futures/data/{path}?symbol=SOLUSDT&period=1h&limit=336")).EnumerateArray()
            .Select(row => row.QuotedNumberAt("longShortRatio"))
            .ToList();

        var answer = (await funding.AnalyzeAsync("SOLUSDT")).At($"positioning.{name}");

        answer.NumberAt("ratio").ShouldBe(ratios[^1]);
        answer.At("standing.n").GetInt32().ShouldBe(ratios.Count - 1);
        answer.NumberAt("standing.percentile").ShouldBe(Percentile(ratios[..^1], ratios[^1]), 0.01m);
    }

    [Fact]
    public async Task Whole_market_is_told_alike_by_screener_extremes_and_analyses()
    {
        var analyses = await funding.AnalyzeAllAsync();
        var screener = await funding.Service.DataAsync("/screener?limit=1000");
        var extremes = await funding.Service.DataAsync("/extremes");

        var rows = screener.ArrayAt("rows").ToDictionary(row => row.TextAt("symbol")!);
        rows.Keys.ShouldBe(analyses.Keys, ignoreOrder: true);
        foreach (var (symbol, data) in analyses)
        {
            data.TimeAt("meta.as_of").ShouldBe(screener.TimeAt("as_of"), symbol);
            foreach (var (there, here) in new[] { ("rate", "current"), ("rate_8h", "rate_8h"), ("apr", "apr"), ("cap", "cap"), ("cap_utilisation", "cap_utilisation"), ("next_funding_time", "next_funding_time") })
            {
                if (there is "rate_8h" or "apr" && rows[symbol].TextAt("interval_source") == "assumed")
                {
                    // Only an analysis reads the settlements that tell the interval.
                    rows[symbol].At(there).ValueKind.ShouldBe(JsonValueKind.Null, symbol);
                    continue;
                }

                rows[symbol].At(there).ToString().ShouldBe(data.At("funding_rate").At(here).ToString(), $"{symbol} {there}");
            }
        }

        extremes.TimeAt("as_of").ShouldBe(screener.TimeAt("as_of"));
        var extreme = extremes.ArrayAt("rows").ToDictionary(row => row.TextAt("symbol")!);
        extreme.ShouldNotBeEmpty();
        extreme.Keys.ShouldBe(analyses.Where(pair => pair.Value.TextAt("funding_rate.level") == "EXTREME").Select(pair => pair.Key), ignoreOrder: true);
        foreach (var (symbol, row) in extreme)
        {
            var rate = analyses[symbol].At("funding_rate");
            row.NumberAt("rate_8h").ShouldBe(rate.NumberAt("rate_8h"), symbol);
            row.TextsAt("reasons").ShouldBe(rate.TextsAt("level_reasons"), symbol);
            var quarter = rate.ArrayAt("standings").Single(place => place.TimeAt("days") == 90);
            row.NumberAt("percentile").ShouldBe(quarter.NumberAt("percentile"), symbol);
            row.At("n").GetInt32().ShouldBe(quarter.At("n").GetInt32(), symbol);
        }

        extremes.ArrayAt("unconfirmed").Select(row => row.TextAt("symbol")!)
            .ShouldAllBe(symbol => analyses[symbol].TextAt("funding_rate.level") == "INSUFFICIENT_HISTORY");
    }

    [Fact]
    public async Task Screener_orders_and_pages_what_the_exchange_trades()
    {
        var volumes = (await exchange.AskAsync("/fapi/v1/ticker/24hr")).EnumerateArray().ToDictionary(row => row.TextAt("symbol")!, row => row.QuotedNumberAt("quoteVolume"));
        var largest = (await exchange.PerpetualsAsync()).Where(symbol => symbol.EndsWith("USDT", StringComparison.Ordinal)).OrderByDescending(symbol => volumes[symbol]).ToList();

        var page = await funding.Service.DataAsync("/screener?limit=4&offset=2");
        var large = await funding.Service.DataAsync("/screener?min_volume=500000000");

        page.ArrayAt("rows").Select(row => row.TextAt("symbol")).ShouldBe(largest[2..6]);
        page.ArrayAt("rows").ShouldAllBe(row => row.NumberAt("volume_24h_usdt") == volumes[row.TextAt("symbol")!]);
        large.At("total").GetInt32().ShouldBe(largest.Count(symbol => volumes[symbol] >= 500_000_000));
        large.At("total").GetInt32().ShouldBeInRange(1, largest.Count - 1);
    }

    [Fact]
    public async Task History_is_the_exchanges_rows()
    {
        var settled = (await exchange.AskAsync("/fapi/v1/fundingRate?symbol=ADAUSDT&limit=20")).EnumerateArray().ToList();
        var open = (await exchange.AskAsync("/futures/data/openInterestHist?symbol=ADAUSDT&period=4h&limit=20")).EnumerateArray().ToList();
        var accounts = (await exchange.AskAsync("/futures/data/globalLongShortAccountRatio?symbol=ADAUSDT&period=1d&limit=20")).EnumerateArray().ToList();
        var basis = (await exchange.AskAsync("/futures/data/basis?pair=ADAUSDT&contractType=PERPETUAL&period=15m&limit=20")).EnumerateArray().ToList();

        (await PointsAsync("metric=funding", "rate"))
            .ShouldBe(settled.Select(row => (row.TimeAt("fundingTime"), Math.Round(row.QuotedNumberAt("fundingRate") * 100, 6))));
        (await PointsAsync("metric=open_interest&period=4h", "contracts"))
            .ShouldBe(open.Select(row => (row.TimeAt("timestamp"), row.QuotedNumberAt("sumOpenInterest"))));
        (await PointsAsync("metric=long_short&period=1d", "global_accounts"))
            .ShouldBe(accounts.Select(row => (row.TimeAt("timestamp"), row.QuotedNumberAt("longShortRatio"))));
        (await PointsAsync("metric=basis&period=15m", "basis"))
            .ShouldBe(basis.Select(row => (row.TimeAt("timestamp"), Math.Round(((row.QuotedNumberAt("futuresPrice") / row.QuotedNumberAt("indexPrice")) - 1) * 100, 6))));

        async Task<IEnumerable<(long, decimal)>> PointsAsync(string query, string value)
        {
            var points = (await funding.Service.DataAsync($"/history/ADAUSDT?{query}&limit=20")).ArrayAt("points");
            points.ShouldNotBeEmpty();
            return points.Select(point => (point.TimeAt("time"), point.NumberAt(value)));
        }
    }

    /// <summary>Share of the history that is lower plus half of what is equal, percent.</summary>
    private static decimal Percentile(List<decimal> history, decimal value) =>
        (history.Count(earlier => earlier < value) + (history.Count(earlier => earlier == value) / 2m)) / history.Count * 100;
}
