using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>What an exchange says about all of its contracts.</summary>
/// <param name="Origin">Who said it, in the names of <see cref="Binance.ExchangeSource"/>: it holds for that market alone.</param>
/// <param name="FetchedAt">When it was asked for, Unix ms.</param>
/// <param name="Ladders">Ladders by contract.</param>
internal sealed record BracketTable(string Origin, long FetchedAt, IReadOnlyDictionary<string, DatedLadder> Ladders);

/// <summary>A contract's ladder and when it was last confirmed.</summary>
/// <param name="Ladder">The ladder.</param>
/// <param name="AsOf">When the exchange last gave it, Unix ms; earlier than its table where later rows were bad.</param>
internal sealed record DatedLadder(BracketLadder Ladder, long AsOf);
