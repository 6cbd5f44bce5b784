namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A liquidation as it is kept: price in ticks, contracts in steps.</summary>
internal readonly record struct ForcedOrder(long Time, long Contracts, int PriceTicks, PositionSide Side);
