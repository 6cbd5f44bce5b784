using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Everything a report is made of.</summary>
internal sealed record FundingInputs
{
    /// <summary>The contract.</summary>
    public required FuturesSymbol Contract { get; init; }

    /// <summary>When the inputs were asked for by our clock, Unix ms.</summary>
    public required long ReadAt { get; init; }

    /// <summary>Mark price, index price and running funding estimate.</summary>
    public required Reading<PremiumIndex> Premium { get; init; }

    /// <summary>Funding interval, cap and floor.</summary>
    public required Reading<FundingInfo> FundingRules { get; init; }

    /// <summary>The last settlements, oldest first.</summary>
    public required Reading<FundingRate[]> Settlements { get; init; }

    /// <summary>Open interest.</summary>
    public required Reading<OpenInterest> OpenInterest { get; init; }

    /// <summary>The latest ratio over all accounts.</summary>
    public required Reading<LongShortRatio> LongShortRatio { get; init; }

    /// <summary>Best bid and ask of every contract.</summary>
    public required Reading<IReadOnlyDictionary<string, BookTicker>> FuturesBooks { get; init; }

    /// <summary>Best bid and ask of every spot pair.</summary>
    public required Reading<IReadOnlyDictionary<string, BookTicker>> SpotBooks { get; init; }

    /// <summary>Whether any input is stale.</summary>
    public bool IsStale =>
        Premium.IsStale || FundingRules.IsStale || Settlements.IsStale || OpenInterest.IsStale || LongShortRatio.IsStale
        || FuturesBooks.IsStale || SpotBooks.IsStale;
}
