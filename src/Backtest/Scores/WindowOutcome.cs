using OmnipotentFutures.Backtest.Model;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.Backtest.Scores;

/// <summary>Where the price went after a moment, and what was liquidated there. What was liquidated is known by the hour and not by price:
/// an hour's volume is spread evenly over the prices that the hour was the first to reach.</summary>
public sealed class WindowOutcome
{
    private WindowOutcome(int bands)
    {
        Volume = new double[bands];
        LeadHours = new double?[bands];
    }

    /// <summary>What was liquidated in each band, USDT.</summary>
    public double[] Volume { get; }

    /// <summary>Hours from the moment to the end of the five-minute bar in which the price first entered each band; null where it did not.</summary>
    public double?[] LeadHours { get; }

    /// <summary>What was liquidated in hours that reached no new price, or beyond the last band: no band can be named for it.</summary>
    public double Unattributed { get; private set; }

    /// <summary>Follows the price.</summary>
    /// <param name="bands">Bands around the price of the moment.</param>
    /// <param name="moment">The moment, Unix ms.</param>
    /// <param name="window">The hours that follow, and what was liquidated on the bands' side in each, USDT.</param>
    /// <returns>The outcome.</returns>
    public static WindowOutcome Of(PriceBands bands, long moment, IEnumerable<(HistoryHour Hour, double Usd)> window)
    {
        ArgumentNullException.ThrowIfNull(window);

        var outcome = new WindowOutcome(bands.Count);
        var reached = 0.0;
        foreach (var (hour, usd) in window)
        {
            var before = reached;
            foreach (var bar in hour.Bars)
            {
                var extreme = bands.Distance(bands.Side == PositionSide.Long ? bar.Market.TriggerLow : bar.Market.TriggerHigh);
                outcome.Touch(reached, extreme, (double)(bar.Market.OpenTime + HistoryBar.Length - moment) / HistoryHour.Length);
                reached = Math.Max(reached, extreme);
            }

            outcome.Attribute(usd, before, reached);
        }

        return outcome;
    }

    private void Touch(double from, double to, double lead)
    {
        for (var band = (int)Math.Ceiling(from); band < to && band < LeadHours.Length; band++)
        {
            LeadHours[band] = lead;
        }
    }

    private void Attribute(double usd, double from, double to)
    {
        // An hour that reached no new price leaves nothing to spread over.
        var left = usd;
        for (var band = (int)from; to > from && band < to && band < Volume.Length; band++)
        {
            var share = usd * (Math.Min(band + 1, to) - Math.Max(band, from)) / (to - from);
            Volume[band] += share;
            left -= share;
        }

        Unattributed += Math.Max(0, left);
    }
}
