using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;
using static OmnipotentFutures.FundingDerivatives.Report.ReportContext;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>The four counts of who is on which side.</summary>
internal sealed class PositioningSection(ReportContext context)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // A reading of the hour comes out some seconds after it.
    private static readonly TimeSpan OldestReading = 2 * Hour;

    // The exchange goes on answering the last readings of a contract that has stopped trading.
    private static readonly TimeSpan Forgotten = 6 * Hour;

    public PositioningParts Compose()
    {
        var inputs = context.Inputs;
        var global = Ratio(inputs.GlobalAccounts, Gap.RatioUnavailable, Gap.RatioMissing);
        var topAccounts = Ratio(inputs.TopAccounts, Gap.TopAccountsUnavailable, Gap.TopAccountsMissing);
        var topPositions = Ratio(inputs.TopPositions, Gap.TopPositionsUnavailable, Gap.TopPositionsMissing);
        var taker = Taker();
        var report = new PositioningReport
        {
            GlobalAccounts = global.Report,
            TopAccounts = topAccounts.Report,
            TopPositions = topPositions.Report,
            Taker = taker.Report,
            Divergence = global.Report is null || topPositions.Report is null ? null : Divergence(),
        };
        return new(
            report is { GlobalAccounts: null, TopAccounts: null, TopPositions: null, Taker: null } ? null : report,
            global.Report is { } crowd ? Crowd(crowd) : null,
            global.Block,
            topAccounts.Block,
            topPositions.Block,
            taker.Block);
    }

    private (AccountRatioReport? Report, BlockReport Block) Ratio(Reading<RatioSeries> reading, Gap unavailable, Gap missing)
    {
        if (reading.Value is not { Latest: { Ratio: { } ratio } row } series || IsForgotten(row.Timestamp))
        {
            return (null, context.Absent(context.Note(reading.HasFailed ? unavailable : missing)));
        }

        return (
            new(ratio, Percent(row.LongShare), Percent(row.ShortShare), Answer(series.Ratio.StandingOfLatest()), row.Timestamp),
            context.Present(row.Timestamp, OldestReading, reading.IsStale));
    }

    private LongShortRatioReport Crowd(AccountRatioReport crowd)
    {
        var status = context.Classify.LongShort(crowd.Ratio);
        return new()
        {
            Value = crowd.Ratio,
            Status = status,
            Signal = context.Say(StatusTexts.Of(status)),
            LongAccount = crowd.Long,
            ShortAccount = crowd.Short,
            Standing = crowd.Standing,
            Timestamp = crowd.Timestamp,
        };
    }

    private (TakerRatioReport? Report, BlockReport Block) Taker()
    {
        var reading = context.Inputs.Taker;
        if (reading.Value is not { Latest: { BuyVolume: { } bought, SellVolume: { } sold } row } series || IsForgotten(row.Timestamp))
        {
            return (null, context.Absent(context.Note(reading.HasFailed ? Gap.TakerUnavailable : Gap.TakerMissing)));
        }

        var end = row.Timestamp + (long)Hour.TotalMilliseconds;
        return (
            new(
                sold > 0 ? Math.Round(bought / sold, 4) : null,
                bought,
                sold,
                series.BuyShare.Latest?.Time == row.Timestamp ? Answer(series.BuyShare.StandingOfLatest()) : null,
                row.Timestamp),
            context.Present(end, OldestReading, reading.IsStale));
    }

    private DivergenceReport? Divergence()
    {
        var distance = context.Inputs.TopPositions.Value!.LongShare.Minus(context.Inputs.GlobalAccounts.Value!.LongShare);
        if (distance.Latest is not { } latest)
        {
            return null;
        }

        var value = Percent(latest.Value);
        var standing = distance.StandingOfLatest();
        var status = context.Classify.Divergence(value, standing);
        return new(value, status, context.Say(StatusTexts.Of(status)), Answer(standing));
    }

    private bool IsForgotten(long time) => context.Now - time > Forgotten.TotalMilliseconds;
}

/// <summary>What the positioning section answers.</summary>
/// <param name="Report">All four counts; null when there is none of them.</param>
/// <param name="Crowd">The ratio over all accounts as the brief has it.</param>
/// <param name="Global">How far that can be trusted.</param>
/// <param name="TopAccounts">The same of the top accounts.</param>
/// <param name="TopPositions">The same of their positions.</param>
/// <param name="Taker">The same of the takers.</param>
internal sealed record PositioningParts(
    PositioningReport? Report, LongShortRatioReport? Crowd, BlockReport Global, BlockReport TopAccounts, BlockReport TopPositions, BlockReport Taker);
