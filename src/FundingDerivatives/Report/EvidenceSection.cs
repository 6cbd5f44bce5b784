using System.Globalization;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model.Evidence;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>What followed earlier times at the present level: of the contract itself, and of the reference where one was measured.</summary>
internal sealed class EvidenceSection(ReportContext context)
{
    public IEnumerable<EvidenceReport> Compose(FundingHistory history, CrowdingReplay replay)
    {
        if (replay.Present is not { Level: >= CrowdingLevel.Elevated } present)
        {
            yield break;
        }

        yield return Own(LevelEvidence.Of(context.Inputs.Contract.Symbol, present.Side, present.Level, history, replay.Settled, context.Rules));
        if (ReferenceEvidence.For(present.Side, present.Level, context.Rules) is { } reference)
        {
            yield return Known(reference);
        }
    }

    private EvidenceReport Own(LevelEvidence evidence)
    {
        var study = evidence.Study;
        return new EvidenceReport
        {
            Source = EvidenceSource.OwnHistory,
            Symbol = evidence.Symbol,
            From = study.From,
            To = study.To,
            Sample = study.SampleCount,
            Rule = $"level >= {AlertTexts.Name(evidence.Level.Answer()).ToUpperInvariant()}, {AlertTexts.Name(evidence.Side.Answer())}",
            Events = study.Events,
            Forward24HoursMean = study.Confidence is null ? null : Percent(study.Mean!.Value),
            Forward24HoursLow = study.Confidence is { Low: var low } ? Percent(low) : null,
            Forward24HoursHigh = study.Confidence is { High: var high } ? Percent(high) : null,
            UpShare = study.Confidence is null ? null : Math.Round((decimal)study.ShareUp!.Value * 100, 1),
            Unconditional24HoursMean = study.UnconditionalMean is { } mean ? Percent(mean) : null,
            Reason = study.Gap == EvidenceGap.None ? null : context.Say(StatusTexts.FewEvents),
        };
    }

    private static EvidenceReport Known(ReferenceEvidence reference) => new()
    {
        Source = EvidenceSource.Reference,
        Symbol = ReferenceEvidence.Symbol,
        From = ReferenceEvidence.From,
        To = ReferenceEvidence.To,
        Sample = ReferenceEvidence.SampleCount,
        Rule = string.Create(
            CultureInfo.InvariantCulture,
            $"rate_8h {(reference.Side == PayingSide.Longs ? ">= " : "<= -")}{reference.Floor * 100:0.####} %, {AlertTexts.Name(reference.Side.Answer())}"),
        Events = reference.Events,
        Forward24HoursMean = Percent(reference.Mean),
        Forward24HoursLow = Percent(reference.Confidence.Low),
        Forward24HoursHigh = Percent(reference.Confidence.High),
        UpShare = Math.Round((decimal)reference.ShareUp * 100, 1),
        Unconditional24HoursMean = Percent(ReferenceEvidence.UnconditionalMean),
        Reason = null,
    };
}
