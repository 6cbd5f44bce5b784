using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Best bid and ask of both markets, asked for at the same time: legs of a basis that are seconds apart make a basis that never was.</summary>
/// <param name="Futures">Of every contract.</param>
/// <param name="Spot">Of every spot pair.</param>
internal sealed record MarketBooks(Reading<IReadOnlyDictionary<string, BookTicker>> Futures, Reading<IReadOnlyDictionary<string, BookTicker>> Spot) : IHasFootprint
{
    /// <summary>Neither could be asked for.</summary>
    public static MarketBooks Failed { get; } =
        new(Reading<IReadOnlyDictionary<string, BookTicker>>.Failed, Reading<IReadOnlyDictionary<string, BookTicker>>.Failed);

    /// <summary>Whether both could be asked for.</summary>
    public bool IsWhole => !Futures.HasFailed && !Spot.HasFailed;

    /// <inheritdoc/>
    public long Footprint => Analysis.Caching.Footprint.Of(Futures.Value) + Analysis.Caching.Footprint.Of(Spot.Value);
}
