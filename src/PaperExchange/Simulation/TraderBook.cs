namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Everyone who holds a leveraged position in a contract. Where longs and shorts differ, hedgers hold the difference without
/// leverage, so there is a short for every long and the open interest is the larger of the two.</summary>
internal sealed class TraderBook
{
    private readonly SideBook _longs = new(PositionSide.Long);
    private readonly SideBook _shorts = new(PositionSide.Short);

    /// <summary>Accounts by margin.</summary>
    public MarginHistogram Margins { get; } = new();

    /// <summary>Leveraged longs, steps.</summary>
    public long Longs => _longs.Contracts;

    /// <summary>Leveraged shorts, steps.</summary>
    public long Shorts => _shorts.Contracts;

    /// <summary>Open interest, steps.</summary>
    public long OpenInterest => Math.Max(Longs, Shorts);

    /// <summary>Leveraged longs less shorts over the open interest, −1 to 1.</summary>
    public double Imbalance => OpenInterest == 0 ? 0 : (Longs - Shorts) / (double)OpenInterest;

    /// <summary>Who stands.</summary>
    public IEnumerable<Cohort> Standing => _longs.Standing.Concat(_shorts.Standing);

    /// <summary>Lets a cohort in.</summary>
    public void Add(Cohort cohort)
    {
        Side(cohort.Side).Add(cohort);
        Margins.Count(cohort, 1);
    }

    /// <summary>Takes out one cohort that a mark price liquidates, or null when nobody is left past it.</summary>
    public Cohort? TakeLiquidated(double mark) => CountOut(_longs.TakeLiquidated(mark) ?? _shorts.TakeLiquidated(mark));

    /// <summary>Closes everyone who leaves by their own will by the start of a bar.</summary>
    public void CloseDue(int bar)
    {
        while (CountOut(_longs.TakeClosing(bar) ?? _shorts.TakeClosing(bar)) is not null)
        {
        }
    }

    /// <summary>Closes those of a side who would leave soonest, until about so many contracts (steps) are closed.</summary>
    public void CloseEarly(PositionSide side, double contracts)
    {
        while (contracts > 0 && CountOut(Side(side).TakeClosing(int.MaxValue)) is { } cohort)
        {
            contracts -= cohort.Contracts;
        }
    }

    private SideBook Side(PositionSide side) => side == PositionSide.Long ? _longs : _shorts;

    private Cohort? CountOut(Cohort? cohort)
    {
        if (cohort is not null)
        {
            Margins.Count(cohort, -1);
        }

        return cohort;
    }
}
