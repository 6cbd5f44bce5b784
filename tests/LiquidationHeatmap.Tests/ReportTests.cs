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
        var writer = WriterFor(new ContractBrackets(Ladder, Enum.GetValues<BracketSource>().Single(value => Snake(value) == source), asOf, isOld));

        Write(writer).Meta.Brackets.ShouldBe(new BracketsResponse(source, asOf));
        writer.Warnings().Select(told => told.Code).Where(code => code.StartsWith("brackets", StringComparison.Ordinal))
            .ShouldBe(warning is null ? [] : [warning]);
    }

    [Fact]
    public void Tiers_are_there_up_to_the_highest_leverage()
    {
        var tiers = Write(WriterFor(new ContractBrackets(Ladder, BracketSource.Exchange))).Tiers;

        tiers.ShouldAllBe(tier => tier.Available == (tier.Leverage <= 20));
        tiers.ShouldContain(tier => tier.Available == false);
    }

    [Fact]
    public void Tiers_of_a_contract_whose_brackets_are_assumed_are_not_known() =>
        Write(WriterFor(new ContractBrackets(Ladder, BracketSource.Assumed))).Tiers.ShouldAllBe(tier => tier.Available == null);

    [Fact]
    public void Meta_keeps_what_it_says_beside_the_brackets()
    {
        var meta = Write(WriterFor(new ContractBrackets(Ladder, BracketSource.Exchange, 5))).Meta;

        (meta.Source, meta.AsOf, meta.ModelVersion).ShouldBe(("binance", 7, "model"));
    }

    private static LiquidationReport Write(LiquidationReportWriter writer) =>
        writer.Write(assessment: null, AnalysisMeta.Describe("binance", 7, stale: false, "model", [], [], Language.English));

    private static LiquidationReportWriter WriterFor(ContractBrackets brackets)
    {
        var bar = new MarketBar(0, TimeSpan.FromMinutes(5), 100, 100, 100, 100, 100, 1000, IsMarkTriggered: true);
        var input = new LiquidationInput(
            new FuturesSymbol { Symbol = "BTCUSDT", Status = "TRADING", QuoteAsset = "USDT" }, Premium: null, ReadAt: 0, new HistoryReading([bar], IsStale: false), brackets);
        return new LiquidationReportWriter(input, BookParameters.Default, Language.English);
    }

    private static string Snake(BracketSource source) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(source.ToString());
}
