using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>A contract that is told to be otherwise. History stays the market's own but for what is missing.</summary>
internal sealed class OverriddenInstrument(IInstrumentMarket market, ContractOverride told) : IInstrumentMarket
{
    public Instrument Instrument { get; } =
        told.Status is { } status ? market.Instrument with { Status = status } : market.Instrument;

    public IReadOnlyList<Bar> Bars(PriceKind kind, long interval, long from, long to, long now) =>
        kind is PriceKind.Premium && told.Lacks(ContractPart.PremiumIndex) ? [] : market.Bars(kind, interval, from, to, now);

    public IReadOnlyList<OpenInterestReading> OpenInterest(long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        told.Lacks(ContractPart.OpenInterestHistory) ? [] : market.OpenInterest(from, to, now, step);

    public IReadOnlyList<PositioningReading> Positioning(PositioningKind kind, long from, long to, long now, long step = IInstrumentMarket.FiveMinutes) =>
        told.Lacks(ContractPart.Ratios) ? [] : market.Positioning(kind, from, to, now, step);

    public IReadOnlyList<TakerReading> TakerVolumes(long from, long to, long now) =>
        told.Lacks(ContractPart.TakerVolume) ? [] : market.TakerVolumes(from, to, now);

    public IReadOnlyList<FundingSettlement> Funding(long from, long to, long now)
    {
        if (told.Lacks(ContractPart.FundingHistory))
        {
            return [];
        }

        var settlements = market.Funding(from, to, now);
        return told.Lacks(ContractPart.SettlementMarkPrice) ? [.. settlements.Select(settlement => settlement with { MarkPrice = null })] : settlements;
    }

    public FundingTerms? FundingTerms(long now)
    {
        if (told.Lacks(ContractPart.FundingInfo))
        {
            return null;
        }

        var listed = market.FundingTerms(now);
        if (told is { FundingIntervalHours: null, FundingCap: null, FundingFloor: null })
        {
            return listed;
        }

        return new FundingTerms(
            told.FundingIntervalHours ?? listed?.IntervalHours ?? Instrument.FundingIntervalHours!.Value,
            told.FundingCap ?? listed?.Cap,
            told.FundingFloor ?? listed?.Floor,
            told.Since);
    }

    public Quote? Quote(long now) => market.Quote(now) is { } quote
        ? quote with
        {
            FundingRate = told.Lacks(ContractPart.FundingRate) ? null : told.FundingRate ?? quote.FundingRate,
            InterestRate = told.Lacks(ContractPart.InterestRate) ? null : quote.InterestRate,
            NextFundingTime = told.Lacks(ContractPart.NextFundingTime) ? null : NextFundingTime(quote, now),
            OpenInterest = told.Lacks(ContractPart.OpenInterest) ? null : quote.OpenInterest,
            BidPrice = told.Lacks(ContractPart.Bid) ? null : quote.BidPrice,
            AskPrice = told.Lacks(ContractPart.Ask) ? null : quote.AskPrice,
        }
        : null;

    private long? NextFundingTime(Quote quote, long now) => told.FundingIntervalHours is { } hours && quote.NextFundingTime is not null
        ? now - (now % (hours * KlineInterval.Hour)) + (hours * KlineInterval.Hour)
        : quote.NextFundingTime;
}
