using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Model;

/// <summary>A level of a liquidation map.</summary>
/// <param name="Side">Side of the positions that would be liquidated.</param>
/// <param name="Price">Price of liquidation, USDT.</param>
/// <param name="Notional">How much would be: USDT, or a weight where the map has no scale.</param>
public readonly record struct StandingLevel(PositionSide Side, double Price, double Notional);
