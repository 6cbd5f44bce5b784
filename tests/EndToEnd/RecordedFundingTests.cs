using System.Text.Json;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.EndToEnd;

/// <summary>Funding on a recording of settlements, open interest and prices: no running rate, no spot, no index, no ratios.</summary>
[Collection(OnRecording.Name)]
public sealed class RecordedFundingTests(RecordedSuite recorded)
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    private SuiteUnderTest Suite => recorded.Suite;

    [SharedFolderFact("market")]
    public async Task What_was_not_recorded_is_missing_and_what_was_is_there()
    {
        var data = await AnalyzeAsync("BTCUSDT");

        var status = data.At("blocks").EnumerateObject().ToDictionary(block => block.Name, block => block.Value.TextAt("status"));
        status.Where(block => block.Value == "ok").Select(block => block.Key).ShouldBe(["funding_history", "open_interest", "open_interest_history"]);
        status.Values.Where(value => value != "ok").ShouldAllBe(value => value == "missing");
        foreach (var absent in new[] { "funding_rate.current", "funding_rate.rate_8h", "funding_rate.level", "basis", "long_short_ratio", "positioning" })
        {
            data.At(absent).ValueKind.ShouldBe(JsonValueKind.Null, absent);
        }

        data.TextAt("funding_rate.status").ShouldBe("UNKNOWN");
        data.TextAt("funding_rate.interval_source").ShouldBe("inferred");
        data.At("funding_rate.interval_hours").GetInt32().ShouldBe(8);
        data.TextAt("blocks.basis.code").ShouldBe("basis_missing");
        data.WarningCodes().ShouldContain("spot_and_index_missing");

        var open = await Suite.GetAsync(Suite.PaperExchange, "/fapi/v1/openInterest?symbol=BTCUSDT");
        data.NumberAt("open_interest.value").ShouldBe(open.QuotedNumberAt("openInterest"));
        data.ArrayAt("open_interest.changes").Length.ShouldBe(6);
    }

    [SharedFolderTheory("market")]
    [InlineData("BTCUSDT")]
    [InlineData("SOLUSDT")]
    public async Task Realised_funding_is_the_sum_of_what_was_recorded(string symbol)
    {
        var settlements = await SettlementsAsync(symbol);

        var rate = (await AnalyzeAsync(symbol)).At("funding_rate");

        foreach (var sum in rate.ArrayAt("realised"))
        {
            var paid = settlements.Where(settlement => settlement.Time > RecordedSuite.Now.ToUnixTimeMilliseconds() - (sum.TimeAt("days") * DayMs)).ToList();
            paid.ShouldNotBeEmpty();
            sum.NumberAt("rate").ShouldBe(paid.Sum(settlement => settlement.Rate) * 100, 0.000001m);
            sum.At("settlements").GetInt32().ShouldBe(paid.Count);
        }

        rate.TimeAt("last_settled.time").ShouldBe(settlements[^1].Time);
        rate.NumberAt("last_settled.rate").ShouldBe(settlements[^1].Rate * 100, 0.000001m);
    }

    [SharedFolderFact("market")]
    public async Task Alerts_are_replayed_from_the_recorded_settlements()
    {
        var settlements = await SettlementsAsync("SOLUSDT");
        var least = settlements.MinBy(settlement => settlement.Rate);
        var after = settlements.First(settlement => settlement.Time > least.Time);

        var data = await AnalyzeAsync("SOLUSDT");

        // Dearer than 0.02 % and the least of all: extreme from then to the next settlement, which was nothing of the kind.
        least.Rate.ShouldBeLessThan(-0.0002m);
        var alert = data.ArrayAt("alerts").Single(alert => alert.TextAt("key") == "SOLUSDT:funding:shorts_pay:extreme");
        alert.TimeAt("fired_at").ShouldBe(least.Time);
        alert.TextAt("state").ShouldBe("cleared");
        // Told by the full hour; the exchange is some milliseconds late at times.
        alert.TimeAt("cleared_at").ShouldBe(after.Time / HourMs * HourMs);
        alert.TextsAt("reasons").ShouldBe(["percentile_and_floor"]);
        alert.At("provisional").GetBoolean().ShouldBeFalse();
        (await AnalyzeAsync("BTCUSDT")).ArrayAt("alerts").ShouldBeEmpty();
    }

    [SharedFolderFact("market")]
    public async Task Screener_lists_what_was_recorded_without_rates()
    {
        var data = (await Suite.GetAsync(Suite.Gateway, "/api/funding-derivatives/screener")).GetProperty("data");

        data.ArrayAt("rows").Select(row => row.TextAt("symbol")).ShouldBe(["BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT"], ignoreOrder: true);
        data.ArrayAt("rows").ShouldAllBe(row => row.At("rate").ValueKind == JsonValueKind.Null && row.TextAt("reason") == "funding_rate_missing");
        data.ArrayAt("rows").ShouldAllBe(row => row.NumberAt("price") > 0 && row.NumberAt("volume_24h_usdt") > 0);
        (await Suite.GetAsync(Suite.FundingDerivatives, "/extremes")).At("data.count").GetInt32().ShouldBe(0);
    }

    [SharedFolderFact("market")]
    public async Task History_is_what_was_recorded()
    {
        var settlements = await SettlementsAsync("BTCUSDT");

        var points = (await HistoryAsync("funding&limit=1000")).ArrayAt("points");

        points.Select(point => (point.TimeAt("time"), point.NumberAt("rate"))).ShouldBe(settlements.Select(settlement => (settlement.Time / 3_600_000 * 3_600_000, Math.Round(settlement.Rate * 100, 6))));
        // The archive has no mark price of a settlement.
        points.ShouldAllBe(point => point.At("mark_price").ValueKind == JsonValueKind.Null);
        (await HistoryAsync("open_interest&period=5m&limit=500")).ArrayAt("points").Length.ShouldBe(500);
        foreach (var metric in new[] { "basis", "long_short" })
        {
            var history = await HistoryAsync(metric);
            history.TextAt("status").ShouldBe("missing");
            history.ArrayAt("points").ShouldBeEmpty();
        }

        async Task<JsonElement> HistoryAsync(string query) =>
            (await Suite.GetAsync(Suite.Gateway, $"/api/funding-derivatives/history/BTCUSDT?metric={query}")).GetProperty("data");
    }

    private async Task<JsonElement> AnalyzeAsync(string symbol) => (await Suite.GetAsync(Suite.FundingDerivatives, $"/analyze/{symbol}?lang=en")).GetProperty("data");

    private async Task<List<(long Time, decimal Rate)>> SettlementsAsync(string symbol) =>
        (await Suite.GetAsync(Suite.PaperExchange, $"/fapi/v1/fundingRate?symbol={symbol}&limit=1000")).EnumerateArray()
            .Select(row => (row.TimeAt("fundingTime"), row.QuotedNumberAt("fundingRate")))
            .ToList();
}
