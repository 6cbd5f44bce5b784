namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A contract at one micro-step.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="Index">Index price, quote units.</param>
/// <param name="LastTicks">Last traded price, ticks.</param>
/// <param name="Mark">Mark price, quote units, to eight decimals.</param>
/// <param name="FundingRate">Running estimate, a fraction; 0 for a delivery contract.</param>
/// <param name="Move">How far the traded price moved from the step before, units of <see cref="MicroSeries"/>.</param>
internal readonly record struct MicroPoint(long Time, double Index, int LastTicks, double Mark, double FundingRate, int Move);
