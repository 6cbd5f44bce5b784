using System.Text.Json;
using OmnipotentFutures.Backtest.Tests.Support;

namespace OmnipotentFutures.Backtest.Tests;

public sealed class IncompleteRecordingTests : IDisposable
{
    private readonly MarketFiles _market = new();

    public void Dispose() => _market.Dispose();

    [Fact]
    public async Task Whole_recording_is_scored()
    {
        var report = await ReportAsync();

        Recording(report).GetRawText().ShouldContain("\"gaps\": 0");
        report.GetProperty("hourly").GetProperty("fitted_hours").GetInt32().ShouldBe(72);
        report.GetProperty("hourly").GetProperty("scored_hours").GetInt32().ShouldBe(48);
        Names(report).ShouldBe(["book", "range squared", "levels at 1/L", "volume profile x leverage", "range of the hour before"]);
        report.GetProperty("maps").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Recording_without_volumes_takes_time_at_price()
    {
        _market.Drop(MarketFiles.Klines, "volume");

        var report = await ReportAsync();

        Recording(report).GetProperty("has_volumes").GetBoolean().ShouldBeFalse();
        Names(report).ShouldContain("time at price x leverage");
    }

    [Fact]
    public async Task Empty_volumes_are_no_volumes()
    {
        _market.Change(MarketFiles.Klines, lines => [lines[0], .. lines[1..].Select(line => line[..(line.LastIndexOf(',') + 1)])]);

        Recording(await ReportAsync()).GetProperty("has_volumes").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Recording_without_mark_bars_takes_traded_prices()
    {
        File.Delete(_market.PathOf(MarketFiles.Mark));

        var recording = Recording(await ReportAsync());

        recording.GetProperty("mark_minutes").ValueKind.ShouldBe(JsonValueKind.Null);
        recording.GetProperty("hours_missing_mark").GetInt32().ShouldBe(120);
    }

    [Fact]
    public async Task Gaps_are_accepted_and_counted()
    {
        // 23 h 55 min of bars, an hour and a half of mark bars and two days of open interest are missing, and two realised hours are not known.
        _market.Change(MarketFiles.Klines, lines => [.. lines[..101], .. lines[(101 + 287)..]]);
        _market.Change(MarketFiles.Mark, lines => [.. lines[..50], .. lines[51..]]);
        _market.Change(MarketFiles.Metrics, lines => [.. lines[..601], .. lines[(601 + 576)..]]);
        _market.Change(MarketFiles.Realised, lines => [.. lines[..80], $"{lines[80].Split(',')[0]},,5", .. lines[82..]]);

        var report = await ReportAsync();

        var recording = Recording(report);
        recording.GetProperty("bars").GetInt32().ShouldBe(1440 - 287);
        recording.GetProperty("gaps").GetInt32().ShouldBe(1);
        recording.GetProperty("missing_bars").GetInt32().ShouldBe(287);
        recording.GetProperty("hours").GetInt32().ShouldBe(120 - 23);
        recording.GetProperty("hours_missing_open_interest").GetInt32().ShouldBe(48);
        recording.GetProperty("hours_missing_mark").GetInt32().ShouldBe(1);
        report.GetProperty("data").GetProperty("realised_hours").GetInt32().ShouldBe(118);
    }

    [Fact]
    public async Task Predictions_have_a_row_an_hour_with_bars()
    {
        _market.Change(MarketFiles.Klines, lines => [.. lines[..101], .. lines[(101 + 287)..]]);
        var file = _market.PathOf("predictions.csv");

        (await _market.RunAsync("--predictions", file)).Code.ShouldBe(0);

        var rows = _market.Lines("predictions.csv");
        rows[0].ShouldBe("timestamp,long_usd,short_usd");
        rows.Length.ShouldBe(1 + 120 - 23);
        rows[1].ShouldStartWith($"{MarketFiles.Start},");
        rows[1..].Sum(row => double.Parse(row.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Price_that_never_moves_and_nothing_liquidated_leave_figures_undefined()
    {
        _market.Change(MarketFiles.Klines, lines => [lines[0], .. lines[1..].Select(line => $"{line.Split(',')[0]},90000,90000,90000,90000,0")]);
        _market.Change(MarketFiles.Realised, lines => [lines[0], .. lines[1..].Select(line => $"{line.Split(',')[0]},0,0")]);

        var report = await ReportAsync();

        report.GetProperty("maps").GetArrayLength().ShouldBe(0);
        foreach (var row in report.GetProperty("hourly").GetProperty("rows").EnumerateArray())
        {
            row.GetProperty("pooled").GetProperty("rank").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
            row.GetProperty("pooled").GetProperty("total_ratio").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        (await _market.RunAsync()).Output.ShouldContain("book");
    }

    [Fact]
    public async Task Same_recording_gives_the_same_report() =>
        (await _market.RunAsync("--json")).ShouldBe(await _market.RunAsync("--json"));

    [Fact]
    public async Task Text_says_what_the_figures_are()
    {
        var text = (await _market.RunAsync()).Output;

        text.ShouldContain("Figures in brackets are 95 % intervals");
        text.ShouldContain("48 hours held out");
        text.ShouldContain("gaps: 0, in which 0 bars are missing");
    }

    private static JsonElement Recording(JsonElement report) => report.GetProperty("data").GetProperty("recording");

    private static IEnumerable<string> Names(JsonElement report) =>
        report.GetProperty("hourly").GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!);

    private async Task<JsonElement> ReportAsync()
    {
        var outcome = await _market.RunAsync("--json");

        outcome.Error.ShouldBeEmpty();
        outcome.Code.ShouldBe(0);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
