using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Texts;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;
using static OmnipotentFutures.FundingDerivatives.Report.ReportContext;

namespace OmnipotentFutures.FundingDerivatives.Report;

/// <summary>How far the contract trades from spot and from its index.</summary>
internal sealed class BasisSection(ReportContext context)
{
    private const decimal DayMs = 86_400_000;
    private const int PercentileDecimals = 4;

    // Legs further apart than this are two moments, and their distance a basis that never was. The books of both markets live no longer and are read
    // together, so that only the index can be that far from them.
    private static readonly TimeSpan FarthestLegs = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan OldestPrices = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OldestHistory = TimeSpan.FromHours(8.5);

    // Nearer to delivery a spread of a tick is a yearly rate of several percent.
    private static readonly TimeSpan NearestAnnualised = TimeSpan.FromDays(3);

    private FuturesSymbol Contract => context.Inputs.Contract;

    // Time until delivery where a yearly rate means something, ms; null for a perpetual and near delivery.
    private long? LeftToAnnualise =>
        IsDelivery && Contract.DeliveryDate - context.Now is { } left && left >= NearestAnnualised.TotalMilliseconds ? left : null;

    private bool IsDelivery => Contract.Kind() == ContractKind.Delivery;

    public (BasisReport? Report, BlockReport Block, BlockReport History) Compose()
    {
        var history = History();
        var historyBlock = history is { Count: > 0 } known
            ? context.Present(known[^1].Time, OldestHistory, context.Inputs.Premiums.IsStale, context.Inputs.IndexBars.IsStale)
            : context.Absent(context.Note(
                context.Inputs.Premiums.HasFailed || context.Inputs.IndexBars.HasFailed ? Gap.BasisHistoryUnavailable : Gap.BasisHistoryMissing));

        var spot = SpotSide();
        var book = context.Inputs.FuturesBooks.Value?.GetValueOrDefault(Contract.Symbol);
        if ((spot?.Price ?? context.IndexPrice, FuturesPrice(book, isBesideIndex: spot is null)) is not ({ } spotPrice, { } futuresPrice))
        {
            return (null, context.Absent(context.Note(Gap.BasisMissing)), historyBlock);
        }

        var basis = Rounded(((futuresPrice / spotPrice) - 1) * 100);
        var indexBasis = context.IndexPrice is { } index && (BesideIndex(book) ?? context.MarkPrice) is { } beside
            ? Rounded(((beside / index) - 1) * 100)
            : (decimal?)null;
        var left = IsDelivery && Contract.DeliveryDate is { } expiry ? Math.Max(0, expiry - context.Now) : (long?)null;
        var (band, bandSource) = Band(history);
        var status = Classifier.Basis(basis, band);
        return (
            new BasisReport
            {
                Value = basis,
                Status = status,
                Signal = context.Say(StatusTexts.Of(status)),
                SpotPrice = spotPrice,
                FuturesPrice = futuresPrice,
                SpotSource = spot is null ? SpotSource.Index : SpotSource.Spot,
                SpotSymbol = spot?.Symbol,
                SpotMultiplier = spot?.Multiplier,
                IndexPrice = context.IndexPrice,
                IndexBasis = indexBasis,
                Executable = spot is null ? null : Executable(book, context.Inputs.SpotBooks.Value![spot.Symbol], spot.Multiplier),
                DeadBand = band,
                DeadBandSource = bandSource,
                Standing = indexBasis is { } against ? Answer(StandingOf(history, (double)against / 100)) : null,
                Kind = Contract.Kind(),
                DaysToExpiry = left is { } ms ? Math.Round(ms / DayMs, PercentileDecimals) : null,
                Annualised = LeftToAnnualise is { } time ? Rounded((decimal)BasisHistory.OverYear((double)basis, time)) : null,
            },
            LegsBlock(spot),
            historyBlock);
    }

    private BlockReport LegsBlock(SpotLeg? spot)
    {
        var futuresRead = context.Inputs.FuturesBooks.ReadAt;
        var spotRead = spot is null ? context.Inputs.Premium.ReadAt : context.Inputs.SpotBooks.ReadAt;
        var read = futuresRead < spotRead ? futuresRead : spotRead ?? futuresRead;
        var asOf = context.Now - (long)(context.Inputs.AskedAt - (read ?? context.Inputs.AskedAt)).TotalMilliseconds;
        return context.Present(Math.Min(asOf, context.Now), OldestPrices, context.Inputs.Premium.IsStale, context.Inputs.FuturesBooks.IsStale, context.Inputs.SpotBooks.IsStale);
    }

    private SpotLeg? SpotSide()
    {
        var books = context.Inputs.SpotBooks.Value;
        var found = books is null
            ? default
            : SpotLeg.Find(Contract.BaseAsset, Contract.QuoteAsset, context.IndexPrice, symbol => books.GetValueOrDefault(symbol)?.MidPrice);
        if (found.Leg is null)
        {
            context.Note(
                context.IndexPrice is null ? Gap.SpotAndIndexMissing
                : books is null ? Gap.SpotUnavailable
                : found.IsListed ? Gap.SpotMismatch
                : Gap.SpotMissing);
        }

        return found.Leg;
    }

    // The mark price is of the index's own moment; the book may not be.
    private decimal? BesideIndex(BookTicker? book) =>
        context.Inputs.FuturesBooks.ReadAt is { } bookRead && context.Inputs.Premium.ReadAt is { } indexRead && (bookRead - indexRead).Duration() <= FarthestLegs
            ? book?.MidPrice
            : null;

    private decimal? FuturesPrice(BookTicker? book, bool isBesideIndex)
    {
        if (book?.MidPrice is { } middle)
        {
            return isBesideIndex ? BesideIndex(book) ?? context.MarkPrice : middle;
        }

        context.Note(context.Inputs.FuturesBooks.HasFailed ? Gap.BookUnavailable : Gap.BookMissing);
        return context.MarkPrice;
    }

    private static ExecutableBasisReport? Executable(BookTicker? futures, BookTicker spot, decimal multiplier) =>
        futures?.MidPrice is null || spot.MidPrice is null
            ? null
            : new(
                Rounded(((futures.BidPrice!.Value / (spot.AskPrice!.Value * multiplier)) - 1) * 100),
                Rounded(((spot.BidPrice!.Value * multiplier / futures.AskPrice!.Value) - 1) * 100));

    private (decimal Band, BandSource Source) Band(IReadOnlyList<(long Time, double Basis)> history)
    {
        var own = !IsDelivery ? BasisHistory.Band(history.Select(reading => reading.Basis))
            : LeftToAnnualise is { } left ? BasisHistory.Band(history, context.Now + left, context.Now)
            : null;
        return own is not { } band
            ? (context.Thresholds.BasisDeadBand, BandSource.Fallback)
            : Percent(band) is var percent && percent < context.Thresholds.MinBasisDeadBand
                ? (context.Thresholds.MinBasisDeadBand, BandSource.Minimum)
                : (percent, BandSource.OwnHistory);
    }

    // A delivery contract's basis shrinks with time alone: its yearly rates are comparable.
    private Standing? StandingOf(List<(long Time, double Basis)> history, double basis)
    {
        if (!IsDelivery)
        {
            return Standing.Of(history.Select(reading => reading.Basis), basis);
        }

        return LeftToAnnualise is { } left
            ? Standing.Of(
                history.Where(reading => reading.Time < context.Now + left).Select(reading => BasisHistory.OverYear(reading.Basis, context.Now + left - reading.Time)),
                BasisHistory.OverYear(basis, left))
            : null;
    }

    // The premium index is the perpetual's basis by the exchange's own count. Of a delivery contract there is none: its mark price follows from the value
    // of its open interest, its index from bars.
    private List<(long Time, double Basis)> History()
    {
        if (!IsDelivery)
        {
            return context.Inputs.Premiums.Value is { } premiums ? [.. premiums.Finished(context.Now)] : [];
        }

        if (context.Inputs.MonthOfOpenInterest.Value is not { } month)
        {
            return [];
        }

        List<(long Time, double Basis)> history = [];
        foreach (var bar in context.Inputs.IndexBars.Value ?? [])
        {
            if (bar.Open > 0 && (month.Contracts.At(bar.OpenTime), month.Value.At(bar.OpenTime)) is ({ } contracts, { } value) && contracts.Time == bar.OpenTime)
            {
                history.Add((bar.OpenTime, (value.Value / contracts.Value / (double)bar.Open) - 1));
            }
        }

        return history;
    }
}
