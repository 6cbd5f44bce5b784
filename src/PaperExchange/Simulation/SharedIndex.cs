namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>The index price of another contract, such as BTCUSDT's for a BTC delivery contract.</summary>
internal sealed class SharedIndex(SimulatedInstrument leader) : IndexSource
{
    private int _bar;

    public override double Deviation => leader.TapeThrough(_bar).At(_bar).Deviation * MicroSeries.Unit;

    public override double VolatilityMultiplier =>
        Deviation * Math.Sqrt(SimulationTime.StepsPerDay) / (leader.Profile.DailyVolatility * SimulationTime.Activity(_bar * SimulationTime.Bar));

    public override double Begin(int bar, double index)
    {
        _bar = bar;
        return leader.TapeThrough(bar).At(bar).IndexBefore;
    }

    public override short Return(int step, double pressure) => leader.TapeThrough(_bar).At(_bar).Returns[step];
}
