using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Makes one report of what was read, and names what is missing from it. Neither asks nor waits.</summary>
internal static class ReportComposer
{
    private const string ModelVersion = "funding-2";

    /// <summary>Makes the report.</summary>
    /// <param name="inputs">What was read.</param>
    /// <param name="thresholds">Where one status ends and the next begins.</param>
    /// <param name="language">Language of the texts.</param>
    /// <param name="source">Who answered.</param>
    /// <param name="remembered">What the last look at this contract gave; null at the first.</param>
    /// <returns>The report, and what to remember for the next one.</returns>
    public static (FundingReport Report, RememberedLevel? Remembered) Compose(
        FundingInputs inputs, FundingThresholds thresholds, Language language, string source, RememberedLevel? remembered)
    {
        var context = new ReportContext(inputs, thresholds, language);
        context.NoteIf(!inputs.Contract.IsTrading, Gap.NotTrading);
        var funding = new FundingSection(context).Compose(remembered);
        var openInterest = new OpenInterestSection(context).Compose();
        var basis = new BasisSection(context).Compose();
        var positioning = new PositioningSection(context).Compose();
        var report = new FundingReport
        {
            Symbol = inputs.Contract.Symbol,
            FundingRate = funding.Report,
            OpenInterest = openInterest.Report,
            Basis = basis.Report,
            LongShortRatio = positioning.Crowd,
            Positioning = positioning.Report,
            Alerts = funding.Alerts,
            Blocks = new BlocksReport
            {
                FundingRate = funding.Block,
                FundingHistory = funding.History,
                OpenInterest = openInterest.Block,
                OpenInterestHistory = openInterest.History,
                Basis = basis.Block,
                BasisHistory = basis.History,
                LongShortRatio = positioning.Global,
                TopAccounts = positioning.TopAccounts,
                TopPositions = positioning.TopPositions,
                Taker = positioning.Taker,
            },
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            Meta = AnalysisMeta.Describe(
                source,
                inputs.Premium.Value?.Time ?? context.Now,
                inputs.IsStale,
                ModelVersion,
                [.. context.Gaps.Select(gap => gap.Input).OfType<string>()],
                context.Gaps.Select(gap => AnalysisWarning.Of(gap.Code, gap.Text, language)),
                language),
        };
        return (report, funding.Remembered);
    }
}
