namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A group of traders who entered together and hold equal isolated positions.</summary>
/// <param name="Side">Direction.</param>
/// <param name="EntryTime">When the position stood complete, Unix ms.</param>
/// <param name="EntryPrice">Average entry price, quote units: a price traded in the five minutes before <paramref name="EntryTime"/>.</param>
/// <param name="Leverage">Leverage of the isolated margin, 2 to 125.</param>
/// <param name="LiquidationPrice">Mark price at which the position is liquidated, quote units.</param>
/// <param name="Accounts">How many accounts the group has.</param>
/// <param name="Contracts">Contracts of all accounts together, base units; the bracket follows from <c>Contracts / Accounts</c>.</param>
public sealed record StandingPosition(
    PositionSide Side,
    long EntryTime,
    decimal EntryPrice,
    int Leverage,
    decimal LiquidationPrice,
    int Accounts,
    decimal Contracts);
