namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Side of a position. A long is liquidated below its entry, a short above.</summary>
public enum PositionSide
{
    /// <summary>Gains when the price rises.</summary>
    Long,

    /// <summary>Gains when the price falls.</summary>
    Short,
}
