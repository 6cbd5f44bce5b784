namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>All that is kept of five simulated minutes: the state at their start and two small numbers a micro-step, from which every
/// price of every kind is worked out again when it is asked for. About 130 bytes.</summary>
internal struct BarState
{
    /// <summary>Index price before the first micro-step, quote units.</summary>
    public double IndexBefore;

    /// <summary>Funding accrual before the first micro-step.</summary>
    public FundingAccrual Accrual;

    /// <summary>Contracts of leveraged longs at the start, steps.</summary>
    public long Longs;

    /// <summary>Contracts of leveraged shorts at the start, steps.</summary>
    public long Shorts;

    /// <summary>Usual volume of a micro-step, steps.</summary>
    public float VolumeRate;

    /// <summary>Standard deviation of a micro-step's move, units of <see cref="MicroSeries"/>.</summary>
    public float Deviation;

    /// <summary>What is added to the takers' buying share.</summary>
    public float TakerLean;

    /// <summary>Premium before the first micro-step, units of <see cref="MicroSeries"/>.</summary>
    public short PremiumBefore;

    /// <summary>Long share of all accounts at the start, ten-thousandths.</summary>
    public ushort GlobalAccounts;

    /// <summary>Long share of top accounts at the start, ten-thousandths.</summary>
    public ushort TopAccounts;

    /// <summary>Long share of top positions at the start, ten-thousandths.</summary>
    public ushort TopPositions;

    /// <summary>Hours between settlements; 0 for a delivery contract.</summary>
    public byte FundingHours;

    /// <summary>Relative change of the index price in every micro-step.</summary>
    public MicroSeries Returns;

    /// <summary>Premium of the contract over the index price at every micro-step.</summary>
    public MicroSeries Premiums;

    /// <summary>The next settlement after an instant of the bar, Unix ms; null for a delivery contract.</summary>
    public readonly long? NextFunding(long time)
    {
        var interval = FundingHours * SimulationTime.Hour;
        return interval == 0 ? null : SimulationTime.Floor(time, interval) + interval;
    }
}
