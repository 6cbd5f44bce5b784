using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.Backtest.Tests.Support;

namespace OmnipotentFutures.Backtest.Tests.Recording;

public sealed class HistoryTests
{
    [Fact]
    public void Traded_range_liquidates_where_there_is_no_mark_price() =>
        TriggerRange.Of(95, 105, null, isMarkFine: false).ShouldBe((95, 105));

    [Theory]
    [InlineData(96, 104, 96, 104)]
    [InlineData(90, 104, 95, 104)]
    [InlineData(90, 110, 95, 105)]
    [InlineData(106, 110, 106, 106)]
    [InlineData(80, 90, 90, 90)]
    public void Coarse_mark_bar_cuts_the_traded_range(double markLow, double markHigh, double low, double high) =>
        TriggerRange.Of(95, 105, (markLow, markHigh), isMarkFine: false).ShouldBe((low, high));

    [Fact]
    public void Fine_mark_bar_is_the_range() => TriggerRange.Of(95, 105, (90, 110), isMarkFine: true).ShouldBe((90, 110));

    [Fact]
    public void Hour_gathers_its_bars()
    {
        var hours = HistoryHour.Of([.. Hours.Through(0, 100, 90, 120, 110).Bars, .. Hours.Through(2, 110, 80).Bars.Take(5)]);

        hours.Select(hour => hour.Start).ShouldBe([MarketFiles.Start, MarketFiles.Start + (2 * HistoryHour.Length)]);
        hours[0].Open.ShouldBe(100);
        hours[0].Low.ShouldBe(90);
        hours[0].High.ShouldBe(120);
        hours[0].OpenInterest.ShouldBeNull("nothing is known before the first bar");
        hours[0].IsScorable.ShouldBeTrue();
        hours[1].OpenInterest.ShouldBe(1000);
        hours[1].IsScorable.ShouldBeFalse("less than half of its bars are there");
    }

    [Fact]
    public void Bars_of_a_folder_carry_mark_price_and_open_interest_of_their_end()
    {
        using var files = new MarketFiles();
        files.Replace(MarketFiles.Mark, 2, line => $"{MarketFiles.Start},90000,90010,89990,90000");
        files.Replace(MarketFiles.Metrics, 2, line => "2026-01-14 00:05:00,BTCUSDT,77000,1");
        files.Change(MarketFiles.Metrics, lines => [.. lines[..2], .. lines[3..]]);

        var bars = History.Read(files.Folder, "BTCUSDT").Hours[0].Bars;

        bars[0].Market.OpenInterest.ShouldBe(77000);
        bars[1].Market.OpenInterest.ShouldBeNull();
        bars[0].Market.IsMarkTriggered.ShouldBeTrue();
        bars[0].Market.TriggerLow.ShouldBe(89990);
        bars[0].Market.Low.ShouldBeLessThan(89990);
        bars[11].Market.TriggerHigh.ShouldBe(90010);
    }

    [Fact]
    public void Mark_bars_of_five_minutes_are_taken_before_hourly_ones()
    {
        using var files = new MarketFiles();
        var folder = Path.Combine(files.Folder, "markPriceKlines", "BTCUSDT", "5m");
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "mark.csv"), ["open_time,open,high,low,close", $"{MarketFiles.Start},90000,95000,85000,90000"]);

        var history = History.Read(files.Folder, "BTCUSDT");

        history.Coverage.MarkMinutes.ShouldBe(5);
        history.Coverage.HoursMissingMark.ShouldBe(120);
        history.Hours[0].TriggerHigh.ShouldBe(95000);
    }
}
