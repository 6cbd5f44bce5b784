using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>The model's words in those of the contract.</summary>
internal static class CrowdingAnswers
{
    private static readonly (CrowdingReasons Reason, LevelReason Answer)[] Reasons =
    [
        (CrowdingReasons.PercentileAndFloor, LevelReason.PercentileAndFloor),
        (CrowdingReasons.CapUtilisation, LevelReason.CapUtilisation),
        (CrowdingReasons.IntervalShortened, LevelReason.IntervalShortened),
        (CrowdingReasons.InsufficientHistory, LevelReason.InsufficientHistory),
        (CrowdingReasons.HeldByHysteresis, LevelReason.HeldByHysteresis),
        (CrowdingReasons.EarlyEstimate, LevelReason.EarlyEstimate),
    ];

    public static FundingLevel Answer(this CrowdingLevel level) => level switch
    {
        CrowdingLevel.Extreme => FundingLevel.Extreme,
        CrowdingLevel.High => FundingLevel.High,
        CrowdingLevel.Elevated => FundingLevel.Elevated,
        CrowdingLevel.Normal => FundingLevel.Normal,
        _ => FundingLevel.InsufficientHistory,
    };

    public static FundingSide Answer(this PayingSide side) => side switch
    {
        PayingSide.Longs => FundingSide.LongsPay,
        PayingSide.Shorts => FundingSide.ShortsPay,
        _ => FundingSide.Nobody,
    };

    public static IReadOnlyList<LevelReason> Answer(this CrowdingReasons reasons) =>
        [.. Reasons.Where(pair => reasons.HasFlag(pair.Reason)).Select(pair => pair.Answer)];

    public static Contracts.IntervalRiskStatus Answer(this Model.Funding.IntervalRiskStatus status) => status switch
    {
        Model.Funding.IntervalRiskStatus.None => Contracts.IntervalRiskStatus.None,
        Model.Funding.IntervalRiskStatus.Possible => Contracts.IntervalRiskStatus.Possible,
        Model.Funding.IntervalRiskStatus.Likely => Contracts.IntervalRiskStatus.Likely,
        Model.Funding.IntervalRiskStatus.Shortened => Contracts.IntervalRiskStatus.Shortened,
        Model.Funding.IntervalRiskStatus.NotApplicable => Contracts.IntervalRiskStatus.NotApplicable,
        _ => Contracts.IntervalRiskStatus.Unknown,
    };
}
