namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Binance's liquidation price of an isolated position in one-way mode:
/// long LP = EP × (1 − 1/L − A/N) / (1 − R), short LP = EP × (1 + 1/L + A/N) / (1 + R), with entry price EP, leverage L, entry notional N,
/// and maintenance rate R and amount A of the bracket at the notional at the liquidation price. Source: Binance's FAQ "How to Calculate
/// Liquidation Price of USDⓈ-M Futures Contracts", with wallet balance = N/L and no other position.</summary>
public static class LiquidationPrice
{
    /// <summary>Liquidation price over entry price.</summary>
    /// <param name="side">Side of the position.</param>
    /// <param name="leverage">Leverage, at least 1.</param>
    /// <param name="notional">Notional at entry, USDT.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <returns>The ratio, below 1 for longs and above for shorts; 0 or less when the position cannot be liquidated.</returns>
    public static double RatioToEntry(PositionSide side, double leverage, double notional, BracketLadder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);

        // Equity less maintenance margin is continuous in the price and monotone, for every rate is below 1, so it is zero at one price only.
        // In the brackets below that price their own answers lie above their caps; the first that does not is the one. Going from an answer to
        // its bracket and back would mostly end there too, but not where a table's rounding lets two brackets name each other.
        var ratio = 0.0;
        foreach (var bracket in ladder.Brackets)
        {
            ratio = Ratio(side, leverage, notional, bracket);
            if (notional * ratio <= bracket.NotionalCap)
            {
                break;
            }
        }

        return ratio;
    }

    private static double Ratio(PositionSide side, double leverage, double notional, Bracket bracket) => side == PositionSide.Long
        ? (1 - (1 / leverage) - (bracket.MaintenanceAmount / notional)) / (1 - bracket.MaintenanceRate)
        : (1 + (1 / leverage) + (bracket.MaintenanceAmount / notional)) / (1 + bracket.MaintenanceRate);
}
