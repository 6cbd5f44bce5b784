namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A contract at one micro-step.</summary>
/// <param name="Time">Unix ms.</param>
/// <param name="Index">Index price, quote units.</param>
/// <param name="LastTicks">Last traded price, ticks.</param>
/// <param name="Mark">Mark price, quote units, to eight decimals.</param>
/// <param name="Premium">Premium index: how far the contract trades beyond the price impact of a standard order, a fraction of the index
/// price; 0 for a delivery contract.</param>
/// <param name="FundingRate">Running estimate, a fraction; 0 for a delivery contract.</param>
/// <param name="Move">How far the traded price moved from the step before, units of <see cref="MicroSeries"/>.</param>
internal readonly record struct MicroPoint(long Time, double Index, int LastTicks, double Mark, double Premium, double FundingRate, int Move);
