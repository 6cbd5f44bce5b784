using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Everything a report is made of.</summary>
internal sealed record FundingInputs
{
    /// <summary>The contract.</summary>
    public required FuturesSymbol Contract { get; init; }

    /// <summary>When the inputs were asked for by our clock, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Present time by the exchange's clock, Unix ms.</summary>
    public required long Now { get; init; }

    /// <summary>Mark price, index price and running funding estimate.</summary>
    public required Reading<PremiumIndex> Premium { get; init; }

    /// <summary>Funding interval, cap and floor.</summary>
    public required Reading<FundingInfo> FundingRules { get; init; }

    /// <summary>Regular settlements of 90 days or more, oldest first.</summary>
    public required Reading<FundingRate[]> Settlements { get; init; }

    /// <summary>Premium index every eight hours; none for a delivery contract.</summary>
    public required Reading<PremiumHistory> Premiums { get; init; }

    /// <summary>Index price every eight hours; none for a perpetual.</summary>
    public required Reading<Kline[]> IndexBars { get; init; }

    /// <summary>Open interest now.</summary>
    public required Reading<OpenInterest> OpenInterest { get; init; }

    /// <summary>Open interest every 5 minutes.</summary>
    public required Reading<OpenInterestSeries> RecentOpenInterest { get; init; }

    /// <summary>Open interest every 2 hours.</summary>
    public required Reading<OpenInterestSeries> MonthOfOpenInterest { get; init; }

    /// <summary>All accounts, hourly.</summary>
    public required Reading<RatioSeries> GlobalAccounts { get; init; }

    /// <summary>Top accounts, hourly.</summary>
    public required Reading<RatioSeries> TopAccounts { get; init; }

    /// <summary>Positions of the top accounts, hourly.</summary>
    public required Reading<RatioSeries> TopPositions { get; init; }

    /// <summary>Taker volumes, hourly.</summary>
    public required Reading<TakerSeries> Taker { get; init; }

    /// <summary>Best bid and ask of every contract.</summary>
    public required Reading<IReadOnlyDictionary<string, BookTicker>> FuturesBooks { get; init; }

    /// <summary>Best bid and ask of every spot pair.</summary>
    public required Reading<IReadOnlyDictionary<string, BookTicker>> SpotBooks { get; init; }

    /// <summary>Whether any input is stale.</summary>
    public bool IsStale =>
        Premium.IsStale || FundingRules.IsStale || Settlements.IsStale || Premiums.IsStale || IndexBars.IsStale || OpenInterest.IsStale
        || RecentOpenInterest.IsStale || MonthOfOpenInterest.IsStale || GlobalAccounts.IsStale || TopAccounts.IsStale || TopPositions.IsStale
        || Taker.IsStale || FuturesBooks.IsStale || SpotBooks.IsStale;
}
