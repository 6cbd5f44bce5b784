namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A forced order that was executed.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="Side">Side of the position that was liquidated: a <see cref="PositionSide.Long"/> was sold, a short bought back.</param>
/// <param name="Price">Average fill price, quote units: what the contract traded at.</param>
/// <param name="Contracts">Size, base units.</param>
public sealed record SimulatedLiquidation(long Time, PositionSide Side, decimal Price, decimal Contracts);
