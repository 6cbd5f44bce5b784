using OmnipotentFutures.Backtest.Tests.Support;

namespace OmnipotentFutures.Backtest.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly MarketFiles _market = new();

    public void Dispose() => _market.Dispose();

    [Theory]
    [InlineData(MarketFiles.Klines, "open_time")]
    [InlineData(MarketFiles.Klines, "high")]
    [InlineData(MarketFiles.Mark, "low")]
    [InlineData(MarketFiles.Metrics, "create_time")]
    [InlineData(MarketFiles.Metrics, "sum_open_interest")]
    [InlineData(MarketFiles.Realised, "timestamp")]
    [InlineData(MarketFiles.Realised, "liquidation_short_usd")]
    public async Task Missing_column_is_named_with_its_file(string file, string column)
    {
        _market.Drop(file, column);

        await RefusesAsync($"{_market.PathOf(file)}, line 1: the header has no column {column}.");
    }

    [Theory]
    [InlineData(MarketFiles.Klines, "NaN", "high 'NaN' is not a number")]
    [InlineData(MarketFiles.Klines, "-1", "high is not above zero")]
    [InlineData(MarketFiles.Klines, "", "high '' is not a number")]
    [InlineData(MarketFiles.Klines, "1", "open and close do not lie between low and high")]
    [InlineData(MarketFiles.Mark, "Infinity", "high 'Infinity' is not a number")]
    [InlineData(MarketFiles.Metrics, "NaN", "sum_open_interest 'NaN' is not a number")]
    [InlineData(MarketFiles.Metrics, "-5", "sum_open_interest is negative")]
    [InlineData(MarketFiles.Realised, "NaN", "liquidation_short_usd 'NaN' is not a number")]
    [InlineData(MarketFiles.Realised, "-0.5", "liquidation_short_usd is negative")]
    public async Task Bad_number_is_named_with_file_and_line(string file, string number, string reason)
    {
        // The third cell of each file.
        _market.Replace(file, 5, line => string.Join(',', line.Split(',').Select((cell, index) => index == 2 ? number : cell)));

        await RefusesAsync($"{_market.PathOf(file)}, line 5: {reason}.");
    }

    [Theory]
    [InlineData(MarketFiles.Klines)]
    [InlineData(MarketFiles.Mark)]
    [InlineData(MarketFiles.Metrics)]
    [InlineData(MarketFiles.Realised)]
    public async Task Repeated_row_is_named_with_file_and_line(string file)
    {
        _market.Change(file, lines => [.. lines[..10], lines[9], .. lines[10..]]);

        await RefusesAsync(
            $"{_market.PathOf(file)}, line 11: its time is not later than that of the row before it; rows must be in order and appear once.");
    }

    [Theory]
    [InlineData(MarketFiles.Klines)]
    [InlineData(MarketFiles.Realised)]
    public async Task Unsorted_rows_are_named_with_file_and_line(string file)
    {
        _market.Change(file, lines => [.. lines[..10], lines[11], lines[10], .. lines[12..]]);

        await RefusesAsync(
            $"{_market.PathOf(file)}, line 12: its time is not later than that of the row before it; rows must be in order and appear once.");
    }

    [Fact]
    public async Task Gap_of_a_day_is_named_with_the_line_after_it()
    {
        _market.Change(MarketFiles.Klines, lines => [.. lines[..101], .. lines[(101 + 288)..]]);

        await RefusesAsync(
            $"{_market.PathOf(MarketFiles.Klines)}, line 102: it comes 24.08 hours after the row before it; rows may lie at most 24 hours apart.");
    }

    [Fact]
    public async Task Time_in_microseconds_is_refused()
    {
        _market.Change(MarketFiles.Klines, lines => [lines[0], .. lines[1..].Select(line => line.Replace("00000,", "00000000,", StringComparison.Ordinal))]);

        await RefusesAsync($"{_market.PathOf(MarketFiles.Klines)}, line 2: open_time is not in Unix milliseconds.");
    }

    [Fact]
    public async Task Realised_time_within_an_hour_is_refused()
    {
        _market.Replace(MarketFiles.Realised, 3, line => $"{MarketFiles.Start + MarketFiles.Hour + 1},1,1");

        await RefusesAsync($"{_market.PathOf(MarketFiles.Realised)}, line 3: timestamp {MarketFiles.Start + MarketFiles.Hour + 1} is not the start of an hour.");
    }

    [Fact]
    public async Task Unknown_symbol_is_refused_with_those_there_are()
    {
        var outcome = await Outcome.OfAsync(
            "liquidations", "--market", _market.Folder, "--symbol", "ETHUSDT", "--realised", _market.PathOf(MarketFiles.Realised));

        outcome.ShouldBe(new Outcome(
            2, string.Empty, $"The symbol 'ETHUSDT' is not in '{_market.Folder}'. Symbols there: BTCUSDT.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Folder_without_klines_is_refused()
    {
        Directory.Delete(Path.Combine(_market.Folder, "klines"), recursive: true);

        await RefusesAsync($"'{_market.Folder}' holds no recorded market: it has no folder 'klines'.");
    }

    [Fact]
    public async Task Recording_without_open_interest_is_refused()
    {
        File.Delete(_market.PathOf(MarketFiles.Metrics));

        var outcome = await _market.RunAsync();

        outcome.Code.ShouldBe(2);
        outcome.Error.ShouldContain("holds no open interest");
    }

    [Fact]
    public async Task Realised_file_that_is_not_there_is_refused()
    {
        File.Delete(_market.PathOf(MarketFiles.Realised));

        await RefusesAsync($"The file '{_market.PathOf(MarketFiles.Realised)}' does not exist.");
    }

    [Fact]
    public async Task Realised_hours_of_another_time_are_refused()
    {
        _market.Change(MarketFiles.Realised, lines => [lines[0], "1700002800000,1,1"]);

        var outcome = await _market.RunAsync();

        outcome.Code.ShouldBe(2);
        outcome.Error.ShouldStartWith("The recording and the realised liquidations have 0 hours in common; 60 are needed to score.");
    }

    [Fact]
    public async Task Predictions_that_cannot_be_written_are_refused()
    {
        var outcome = await _market.RunAsync("--predictions", Path.Combine(_market.Folder, "nowhere", "out.csv"));

        outcome.Code.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldStartWith("The predictions cannot be written to");
    }

    [Theory]
    [InlineData]
    [InlineData("liquidations")]
    [InlineData("liquidations", "--market", "x", "--symbol", "y", "--realised", "z", "--nonsense")]
    [InlineData("simulated", "--days", "1")]
    [InlineData("simulated", "--days", "366")]
    [InlineData("simulated", "--seed", "x")]
    [InlineData("simulated", "--symbol", "NOPE")]
    [InlineData("simulated", "--symbol", "KITEUSDT")]
    public async Task Bad_command_line_exits_with_two_and_a_sentence(params string[] args)
    {
        var outcome = await Outcome.OfAsync(args);

        outcome.Code.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldNotBeEmpty();
    }

    private async Task RefusesAsync(string sentence) =>
        (await _market.RunAsync()).ShouldBe(new Outcome(2, string.Empty, sentence + Environment.NewLine));
}
