using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Recording;

/// <summary>What is liquidated in an hour.</summary>
/// <param name="Start">Start of the hour, Unix ms.</param>
/// <param name="Longs">Longs, USDT.</param>
/// <param name="Shorts">Shorts, USDT.</param>
public readonly record struct HourlyVolume(long Start, double Longs, double Shorts)
{
    /// <summary>Both sides, USDT.</summary>
    public double Total => Longs + Shorts;

    /// <summary>One side.</summary>
    /// <param name="side">The side of the positions.</param>
    /// <returns>USDT.</returns>
    public double Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;
}
