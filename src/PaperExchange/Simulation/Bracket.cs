namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A rung of a maintenance-margin ladder.</summary>
/// <param name="Floor">Smallest notional, quote units.</param>
/// <param name="Cap">Notional at which the next rung begins, quote units.</param>
/// <param name="MaintenanceMarginRate">Maintenance margin as a fraction of the notional.</param>
/// <param name="MaintenanceAmount">What is taken off it, quote units ("cum").</param>
/// <param name="MaxLeverage">Highest leverage allowed.</param>
internal sealed record Bracket(double Floor, double Cap, double MaintenanceMarginRate, double MaintenanceAmount, int MaxLeverage);
