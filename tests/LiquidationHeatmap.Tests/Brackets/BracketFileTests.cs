using System.Text;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Brackets.Samples;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Brackets;

/// <summary>The operator's own brackets.</summary>
public sealed class BracketFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("brackets-").FullName;
    private readonly string _file;
    private readonly BracketsUnderTest _brackets;

    public BracketFileTests()
    {
        _file = Path.Combine(_directory, "mine.json");
        _brackets = new BracketsUnderTest(_directory, ("Brackets:File", _file));
    }

    public void Dispose()
    {
        _brackets.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task File_goes_before_the_exchange_for_the_contracts_it_names()
    {
        await WriteAsync(Signed("BTCUSDT", leverage: 42));
        _brackets.Answer = Table(Risk("BTCUSDT"), Risk("ETHUSDT"));
        await _brackets.LoadAsync();

        var atOnce = await _brackets.GetAsync("BTCUSDT");
        (atOnce.Source, atOnce.AsOf, atOnce.IsOld, atOnce.Ladder.MaxLeverage).ShouldBe((BracketSource.OperatorFile, null, false, 42));

        await _brackets.LookAsync();
        (await _brackets.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.OperatorFile);
        (await _brackets.GetAsync("ETHUSDT")).Source.ShouldBe(BracketSource.Exchange);
        _brackets.Log.First().ShouldBe($"Information: Margin brackets of 1 symbols taken in from the file {_file}");
    }

    [Fact]
    public async Task File_that_changes_is_read_again_and_one_that_does_not_is_left_alone()
    {
        await WriteAsync(Signed("BTCUSDT", leverage: 42));
        await _brackets.LoadAsync();
        await _brackets.LookAsync();
        await _brackets.LookAsync();
        FileLines().Count().ShouldBe(1);

        await WriteAsync(Signed("BTCUSDT", leverage: 43));
        await _brackets.LookAsync();

        (await _brackets.GetAsync("BTCUSDT")).Ladder.MaxLeverage.ShouldBe(43);
        FileLines().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Bad_file_is_refused_once_with_the_contract_and_the_row_and_the_last_good_one_stays_in_use()
    {
        await WriteAsync(Signed("BTCUSDT", leverage: 42), Signed("ETHUSDT"));
        await _brackets.LoadAsync();

        await WriteAsync(Signed("BTCUSDT", leverage: 43), Signed("ETHUSDT", secondFloor: 1100));
        await _brackets.LookAsync();
        await _brackets.LookAsync();

        (await _brackets.GetAsync("BTCUSDT")).Ladder.MaxLeverage.ShouldBe(42);
        (await _brackets.GetAsync("ETHUSDT")).Source.ShouldBe(BracketSource.OperatorFile);
        FileLines().Skip(1).ShouldBe(
            [$"Warning: The bracket file {_file} is refused, the last good one stays in use: ETHUSDT, row 2: floor 1100 must be 1000, the cap of the row before"]);

        await WriteAsync(Signed("BTCUSDT", leverage: 44));
        await _brackets.LookAsync();
        (await _brackets.GetAsync("BTCUSDT")).Ladder.MaxLeverage.ShouldBe(44);
    }

    [Fact]
    public async Task File_that_vanishes_leaves_its_brackets_in_use()
    {
        await WriteAsync(Signed("BTCUSDT", leverage: 42));
        await _brackets.LoadAsync();

        File.Delete(_file);
        await _brackets.LookAsync();
        await _brackets.LookAsync();

        (await _brackets.GetAsync("BTCUSDT")).Ladder.MaxLeverage.ShouldBe(42);
        FileLines().Count().ShouldBe(2);

        await WriteAsync(Signed("BTCUSDT", leverage: 42));
        await _brackets.LookAsync();
        FileLines().Count().ShouldBe(3);
    }

    [Fact]
    public void File_may_begin_with_a_byte_order_mark() =>
        BracketFile.Parse([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"[{Signed("BTCUSDT")}]")]).Keys.ShouldBe(["BTCUSDT"]);

    [Theory]
    [InlineData("", "line 1, $ is not of the form [{\"symbol\":…,\"brackets\":")]
    [InlineData("null", "it names no contract")]
    [InlineData("[]", "it names no contract")]
    [InlineData("[\n  {\"symbol\":\"A\",\"brackets\":7}]", "line 2, $[0].brackets is not of the form")]
    [InlineData("""[{"brackets":[]}]""", "line 1, $[0] is not of the form")]
    [InlineData("""{"symbol":"A"}""", "line 1, $ is not of the form")]
    [InlineData("""[{"symbol":"A","brackets":[{"notionalCap":1e400}]}]""", "line 1, $[0].brackets[0].notionalCap is not of the form")]
    [InlineData("""[{"symbol":"A","brackets":[{"initialLeverage":5,"notionalCap":7e28,"notionalFloor":0,"maintMarginRatio":0.1,"cum":7e28}]}]""", "A, row 1: maintenance amount 7E+28 must be 0")]
    [InlineData("[null]", "a contract has no name")]
    [InlineData("""[{"symbol":"A"}]""", "A, there are no brackets")]
    [InlineData("""[{"symbol":"A","brackets":[{"initialLeverage":5,"notionalCap":9,"notionalFloor":0,"cum":0}]}]""", "A, row 1: the maintenance margin ratio is missing")]
    public void What_cannot_be_used_is_refused_with_the_place(string content, string reason) =>
        Should.Throw<InvalidBracketFileException>(() => BracketFile.Parse(Encoding.UTF8.GetBytes(content))).Message.ShouldStartWith(reason);

    [Fact]
    public async Task Service_does_not_start_on_a_bad_file()
    {
        await WriteAsync(Signed("BTCUSDT"), Signed("ETHUSDT", secondFloor: 900));

        (await StartFailureAsync(_file)).ShouldBe(
            $"Liquidation heatmap cannot start. Brackets:File ({_file}): ETHUSDT, row 2: floor 900 must be 1000, the cap of the row before.");
    }

    [Fact]
    public async Task Service_does_not_start_without_the_file_that_it_is_to_read() =>
        (await StartFailureAsync(_file)).ShouldBe($"Liquidation heatmap cannot start. Brackets:File ({_file}): it cannot be read. Could not find file '{_file}'.");

    private async Task<string?> StartFailureAsync(string file)
    {
        await using var service = LiquidationHeatmapService.Build(
            "--urls=http://127.0.0.1:0", $"--Brackets:File={file}", $"--LOG_DIRECTORY={_directory}", "--LOG_CONSOLE_LEVEL=Fatal");

        return StartFailure.Explain(await Should.ThrowAsync<OptionsValidationException>(() => service.StartAsync()), LiquidationHeatmapService.Identity);
    }

    private IEnumerable<string> FileLines() => _brackets.Log.Where(line => line.Contains(_file, StringComparison.Ordinal));

    private Task WriteAsync(params string[] symbols) => File.WriteAllTextAsync(_file, $"[{string.Join(',', symbols)}]");
}
