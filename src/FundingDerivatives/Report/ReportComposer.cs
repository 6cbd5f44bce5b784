using OmnipotentFutures.Analysis;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Makes one report of what was read, and names what is missing from it. Neither asks nor waits.</summary>
internal static class ReportComposer
{
    private const string ModelVersion = "funding-2";

    /// <summary>Makes the report.</summary>
    /// <param name="context">What was read and how it is asked for.</param>
    /// <param name="source">Who answered.</param>
    public static FundingReport Compose(ReportContext context, string source)
    {
        var inputs = context.Inputs;
        context.NoteIf(!inputs.Contract.IsTrading, Gap.NotTrading);
        var funding = new FundingSection(context).Compose();
        var openInterest = new OpenInterestSection(context).Compose();
        var basis = new BasisSection(context).Compose();
        var positioning = new PositioningSection(context).Compose();
        return new FundingReport
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
            RiskWarning = context.Say(AnalysisMeta.RiskWarning),
            Meta = AnalysisMeta.Describe(
                source,
                inputs.Premium.Value?.Time ?? context.Now,
                inputs.IsStale,
                ModelVersion,
                [.. context.Gaps.Select(gap => gap.Input).OfType<string>()],
                context.Gaps.Select(gap => AnalysisWarning.Of(gap.Code, gap.Text, context.Language)),
                context.Language),
        };
    }
}
