namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A maintenance margin bracket: maintenance margin = notional × rate − amount.</summary>
/// <param name="NotionalFloor">Lowest notional in it, USDT, exclusive but for the first bracket.</param>
/// <param name="NotionalCap">Highest notional in it, USDT, inclusive.</param>
/// <param name="MaintenanceRate">Maintenance margin rate, a fraction.</param>
/// <param name="MaintenanceAmount">What is taken off, USDT, so that the margin is continuous from bracket to bracket.</param>
/// <param name="MaxLeverage">Highest leverage of a position in it.</param>
public sealed record Bracket(double NotionalFloor, double NotionalCap, double MaintenanceRate, double MaintenanceAmount, int MaxLeverage);
