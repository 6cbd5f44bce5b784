using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>A perpetual's premium index, from the exchange's bars of it.</summary>
/// <param name="Closes">End (Unix ms) of every bar and the premium at its close, a fraction of the index price; oldest first.</param>
internal sealed record PremiumHistory(IReadOnlyList<(long Time, double Premium)> Closes) : ISeries
{
    /// <inheritdoc/>
    public int Count => Closes.Count;

    /// <summary>Reads bars.</summary>
    /// <param name="bars">Bars, oldest first; the last one may be running.</param>
    public static PremiumHistory Of(Kline[] bars) => new(Array.ConvertAll(bars, bar => (bar.CloseTime, (double)bar.Close)));

    /// <summary>The bars that have ended.</summary>
    /// <param name="now">Present time by the exchange's clock, Unix ms: ours may run elsewhere.</param>
    public IEnumerable<(long Time, double Premium)> Finished(long now) => Closes.Where(close => close.Time < now);

    /// <summary>Premium now, a fraction; null when no bar is running.</summary>
    /// <param name="now">Present time by the exchange's clock, Unix ms.</param>
    public double? Present(long now) => Closes.Count > 0 && Closes[^1].Time >= now ? Closes[^1].Premium : null;
}
