using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;
using static OmnipotentFutures.FundingDerivatives.Report.ReportContext;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>Open interest, its changes, and what it is compared with.</summary>
internal sealed class OpenInterestSection(ReportContext context)
{
    private const string Day = "24h";

    // Quiet contracts change their open interest rarely.
    private static readonly TimeSpan OldestReading = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OldestHistory = TimeSpan.FromMinutes(15);

    private static readonly (string Name, TimeSpan Length)[] Windows =
    [
        ("5m", TimeSpan.FromMinutes(5)), ("15m", TimeSpan.FromMinutes(15)), ("1h", TimeSpan.FromHours(1)),
        ("4h", TimeSpan.FromHours(4)), (Day, TimeSpan.FromDays(1)), ("7d", TimeSpan.FromDays(7)),
    ];

    public (OpenInterestReport? Report, BlockReport Block, BlockReport History) Compose()
    {
        var history = History();
        var isIncomplete = context.Inputs.RecentOpenInterest.HasFailed || context.Inputs.MonthOfOpenInterest.HasFailed;
        var gap = isIncomplete ? Gap.OpenInterestHistoryUnavailable : Gap.OpenInterestHistoryMissing;
        context.NoteIf(isIncomplete || history is null, gap);
        var historyBlock = history?.Recent.Latest is { } latest
            ? isIncomplete
                ? context.Stale(latest.Time, gap)
                : context.Present(latest.Time, OldestHistory, context.Inputs.RecentOpenInterest.IsStale, context.Inputs.MonthOfOpenInterest.IsStale)
            : context.Absent(gap);

        if (Present(history) is not { } reading)
        {
            var none = context.Note(context.Inputs.OpenInterest.HasFailed ? Gap.OpenInterestUnavailable : Gap.OpenInterestMissing);
            return (null, context.Absent(none), historyBlock);
        }

        var value = reading.Contracts * context.MarkPrice * context.QuoteInUsdt;
        context.NoteIf(value is null, Gap.OpenInterestValueMissing);
        var changes = history is null ? [] : Changes(history);
        return (
            new OpenInterestReport
            {
                Value = reading.Contracts,
                Timestamp = reading.Time,
                ValueUsdt = value is { } usdt ? Math.Round(usdt, 2) : null,
                Changes = changes,
                Standing = Answer(history?.StandingOfLatest()),
                Range30Days = Range(history, reading.Contracts),
                ToVolume24Hours = ToVolume(reading.Contracts),
                ToMarketCap = ToMarketCap(reading.Contracts),
                Quadrant = Quadrant(changes.FirstOrDefault(change => change.Window == Day)),
            },
            context.Present(reading.Time, OldestReading, context.Inputs.OpenInterest.IsStale),
            historyBlock);
    }

    // Without the reading of now the latest of the history is known, and its time tells that it is minutes old. A contract that the exchange refuses
    // has none, whatever its history says.
    private (decimal Contracts, long Time)? Present(OpenInterestHistory? history)
    {
        var live = context.Inputs.OpenInterest;
        if (live.Value is { Contracts: { } contracts, Time: var time })
        {
            return (contracts, time);
        }

        if (!live.HasFailed || history?.Recent.Latest is not { } latest)
        {
            return null;
        }

        context.Note(Gap.OpenInterestFromHistory);
        return ((decimal)latest.Value, latest.Time);
    }

    // Without the month the day is still there.
    private OpenInterestHistory? History() => context.Inputs.RecentOpenInterest.Value is { Contracts.Count: > 0 } recent
        ? context.Inputs.MonthOfOpenInterest.Value is { } month
            ? new(recent.Contracts, recent.Value, month.Contracts, month.Value)
            : new(recent.Contracts, recent.Value, OpenInterestHistory.NoMonth, OpenInterestHistory.NoMonth)
        : null;

    private List<OpenInterestChangeReport> Changes(OpenInterestHistory history)
    {
        var isInUsdt = context.Inputs.Contract.QuoteAsset == Usdt;
        List<OpenInterestChangeReport> changes = new(Windows.Length);
        foreach (var (name, length) in Windows)
        {
            if (history.Change((long)length.TotalMilliseconds) is { } change)
            {
                changes.Add(new()
                {
                    Window = name,
                    From = change.From,
                    To = change.To,
                    Contracts = Rounded((decimal)(change.ContractsNow - change.ContractsBefore)),
                    ContractsPercent = Percent(change.InContracts),
                    // What another quote asset was worth then is not known.
                    Usdt = isInUsdt ? Math.Round((decimal)(change.ValueNow - change.ValueBefore), 2) : null,
                    UsdtPercent = isInUsdt ? Percent(change.InValue) : null,
                    PricePercent = Percent(change.InPrice),
                    Standing = Answer(change.Standing),
                });
            }
        }

        return changes;
    }

    private static OpenInterestRangeReport? Range(OpenInterestHistory? history, decimal present)
    {
        if (history?.Range() is not { } range)
        {
            return null;
        }

        // The reading of now may lie outside all that were kept.
        var low = Math.Min((decimal)range.Low, present);
        var high = Math.Max((decimal)range.High, present);
        return new(low, high, high > low ? Math.Round((present - low) / (high - low) * 100, 2) : null);
    }

    private decimal? ToVolume(decimal contracts) =>
        context.Inputs.Taker.Value?.Volume.LatestSum((long)TimeSpan.FromDays(1).TotalMilliseconds) is > 0 and var volume
            ? Math.Round(contracts / (decimal)volume, 4)
            : null;

    private decimal? ToMarketCap(decimal contracts) =>
        context.Inputs.RecentOpenInterest.Value?.CirculatingSupply is { } supply && !SpotLeg.IsMultiple(context.Inputs.Contract.BaseAsset)
            ? Rounded(contracts / supply * 100)
            : null;

    private QuadrantReport? Quadrant(OpenInterestChangeReport? day)
    {
        if (day is null)
        {
            return null;
        }

        var status = context.Classify.Quadrant(day.PricePercent, day.ContractsPercent);
        return new(day.Window, status, context.Say(StatusTexts.Of(status)), day.PricePercent, day.ContractsPercent);
    }
}
