namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Who holds what at an instant: what nobody can see on a real exchange.</summary>
/// <param name="Positions">Leveraged positions, oldest first.</param>
/// <param name="HedgedLong">Longs of fully collateralised hedgers who take the other side of the crowd, base units. Never liquidated.</param>
/// <param name="HedgedShort">Their shorts, base units.</param>
public sealed record TrueBook(IReadOnlyList<StandingPosition> Positions, decimal HedgedLong, decimal HedgedShort)
{
    /// <summary>A book nobody stands in.</summary>
    public static TrueBook Empty { get; } = new([], 0, 0);

    /// <summary>All contracts held long, base units.</summary>
    public decimal Longs => HedgedLong + Contracts(PositionSide.Long);

    /// <summary>All contracts held short, base units; always equal to <see cref="Longs"/>.</summary>
    public decimal Shorts => HedgedShort + Contracts(PositionSide.Short);

    private decimal Contracts(PositionSide side) => Positions.Where(position => position.Side == side).Sum(position => position.Contracts);
}
