namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Binance's liquidation price of an isolated position in one-way mode:
/// long LP = EP × (1 − 1/L − A/N) / (1 − R), short LP = EP × (1 + 1/L + A/N) / (1 + R), with entry price EP, leverage L, entry notional N,
/// and maintenance rate R and amount A of the bracket at the notional at the liquidation price. Source: Binance's FAQ "How to Calculate
/// Liquidation Price of USDⓈ-M Futures Contracts", with wallet balance = N/L and no other position.</summary>
public static class LiquidationPrice
{
    // A bracket change moves the price, which may change the bracket again; ladders have a dozen brackets.
    private const int MaxIterations = 16;

    /// <summary>Liquidation price over entry price.</summary>
    /// <param name="side">Side of the position.</param>
    /// <param name="leverage">Leverage, at least 1.</param>
    /// <param name="notional">Notional at entry, USDT.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <returns>The ratio, below 1 for longs and above for shorts; 0 or less when the position cannot be liquidated.</returns>
    public static double RatioToEntry(PositionSide side, double leverage, double notional, BracketLadder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);

        var bracket = ladder.Of(notional);
        var ratio = Ratio(side, leverage, notional, bracket);
        for (var i = 0; i < MaxIterations; i++)
        {
            var next = ladder.Of(notional * ratio);
            if (next == bracket)
            {
                break;
            }

            bracket = next;
            ratio = Ratio(side, leverage, notional, bracket);
        }

        return ratio;
    }

    private static double Ratio(PositionSide side, double leverage, double notional, Bracket bracket) => side == PositionSide.Long
        ? (1 - (1 / leverage) - (bracket.MaintenanceAmount / notional)) / (1 - bracket.MaintenanceRate)
        : (1 + (1 / leverage) + (bracket.MaintenanceAmount / notional)) / (1 + bracket.MaintenanceRate);
}
