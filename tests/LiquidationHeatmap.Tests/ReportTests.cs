using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests;

/// <summary>What an answer says about the brackets behind it.</summary>
public sealed class ReportTests
{
    private static readonly BracketLadder Ladder = BracketLadder.FromSteps([(1000, .01, 20)]);

    public static TheoryData<string, long?, bool, string?> Sources => new()
    {
        { "operator_file", null, false, null },
        { "exchange", 1_789_478_400_000, false, null },
        { "exchange", 1_789_478_400_000, true, "brackets_old" },
        { "built_in", 1_775_001_600_000, false, "brackets_dated" },
        { "assumed", null, false, "brackets_assumed" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Answer_names_the_source_of_its_brackets_and_warns_of_those_that_may_be_wrong(string source, long? asOf, bool isOld, string? warning)
    {
        var frame = FrameFor(new ContractBrackets(Ladder, Enum.GetValues<BracketSource>().Single(value => Snake(value) == source), asOf, isOld));

        Write(frame).Meta.Brackets.ShouldBe(new BracketsResponse(source, asOf));
        frame.Warnings().Select(told => told.Code).Where(code => code.StartsWith("brackets", StringComparison.Ordinal))
            .ShouldBe(warning is null ? [] : [warning]);
    }

    [Fact]
    public void Tiers_are_there_up_to_the_highest_leverage()
    {
        var tiers = Write(FrameFor(new ContractBrackets(Ladder, BracketSource.Exchange))).Tiers;

        tiers.ShouldAllBe(tier => tier.Available == (tier.Leverage <= 20));
        tiers.ShouldContain(tier => tier.Available == false);
    }

    [Fact]
    public void Tiers_of_a_contract_whose_brackets_are_assumed_are_not_known() =>
        Write(FrameFor(new ContractBrackets(Ladder, BracketSource.Assumed))).Tiers.ShouldAllBe(tier => tier.Available == null);

    [Fact]
    public void Meta_keeps_what_it_says_beside_the_brackets()
    {
        var meta = Write(FrameFor(new ContractBrackets(Ladder, BracketSource.Exchange, 5))).Meta;

        (meta.Source, meta.AsOf, meta.ModelVersion).ShouldBe(("binance", 7, "model"));
    }

    [Theory]
    [InlineData("BTCUSDT", false)]
    [InlineData("ETHUSDT", true)]
    public void Answer_about_a_symbol_that_nothing_was_fitted_on_says_so(string symbol, bool warned) =>
        FrameFor(new ContractBrackets(Ladder, BracketSource.Exchange), symbol).Warnings().Any(warning => warning.Code == "calibrated_on_btc").ShouldBe(warned);

    [Fact]
    public void Day_of_history_answers_with_a_warning_that_it_is_thin_and_shorter_than_a_week() =>
        FrameFor(new ContractBrackets(Ladder, BracketSource.Exchange)).Warnings(LookBack.Of("7d")).Select(warning => warning.Code)
            .ShouldBe(["thin_history", "history_shorter_than_range"]);

    private static LiquidationReport Write(ReportFrame frame) => new LiquidationReportWriter(frame, whole: null, range: null)
        .Write(frame.Meta(AnalysisMeta.Describe("binance", 7, stale: false, "model", [], [], Language.English)));

    private static ReportFrame FrameFor(ContractBrackets brackets, string symbol = "BTCUSDT")
    {
        var bar = new MarketBar(0, TimeSpan.FromMinutes(5), 100, 100, 100, 100, 100, 1000, IsMarkTriggered: true);
        var input = new LiquidationInput(
            new FuturesSymbol { Symbol = symbol, Status = "TRADING", QuoteAsset = "USDT" }, Premium: null, ReadAt: 86_400_000, new HistoryReading([bar], IsStale: false), brackets);
        return new ReportFrame(input, BookParameters.Default, Language.English);
    }

    private static string Snake(BracketSource source) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(source.ToString());
}
