namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A level that the price has not reached.</summary>
/// <param name="Side">Side of the positions that would be liquidated.</param>
/// <param name="Leverage">Their leverage tier.</param>
/// <param name="Price">Price of liquidation, USDT.</param>
/// <param name="Contracts">Contracts, base units.</param>
public readonly record struct StandingLevel(PositionSide Side, int Leverage, double Price, double Contracts)
{
    /// <summary>What would be liquidated, USDT at the level's price.</summary>
    public double Notional => Contracts * Price;
}
