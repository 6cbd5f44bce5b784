using System.Globalization;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Backtest.Scores;

/// <summary>The hours of a history that can be scored: enough of their bars were recorded, and it is known what was liquidated in them.
/// The first 60 % may be fitted to, the rest is held out.</summary>
public sealed class HourSplit
{
    private const double FittedShare = 0.6;

    // Held out must be a day at least, the length of a block of the bootstrap.
    private const int FewestHours = 60;

    private readonly IReadOnlyList<HistoryHour> _hours;
    private readonly RealisedVolumes _realised;

    private HourSplit(IReadOnlyList<HistoryHour> hours, RealisedVolumes realised, int[] scorable)
    {
        _hours = hours;
        _realised = realised;
        var fitted = (int)(scorable.Length * FittedShare);
        Fitted = scorable[..fitted];
        HeldOut = scorable[fitted..];
    }

    /// <summary>Indices of the hours that may be fitted to.</summary>
    public IReadOnlyList<int> Fitted { get; }

    /// <summary>Indices of the hours that are scored.</summary>
    public IReadOnlyList<int> HeldOut { get; }

    /// <summary>Hours whose realised liquidations are known, scored or not.</summary>
    public int RealisedHours => _realised.Count;

    /// <summary>Splits a history.</summary>
    /// <param name="hours">Its hours, oldest first.</param>
    /// <param name="realised">What was liquidated.</param>
    /// <returns>The split.</returns>
    /// <exception cref="InvalidSetupException">The two have too few hours in common.</exception>
    public static HourSplit Of(IReadOnlyList<HistoryHour> hours, RealisedVolumes realised)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(realised);

        int[] scorable = [.. Enumerable.Range(0, hours.Count).Where(i => hours[i].IsScorable && realised.At(hours[i].Start) is not null)];
        return scorable.Length >= FewestHours
            ? new HourSplit(hours, realised, scorable)
            : throw new InvalidSetupException(string.Create(
                CultureInfo.InvariantCulture,
                $"The recording and the realised liquidations have {scorable.Length} hours in common; {FewestHours} are needed to score. "
                + $"The recording runs from {Time(hours[0].Start):u} to {Time(hours[^1].Start):u}, "
                + $"the realised liquidations from {Time(realised.First):u} to {Time(realised.Last):u}."));
    }

    /// <summary>What was liquidated in an hour of the split.</summary>
    /// <param name="hour">Its index.</param>
    /// <returns>The volume.</returns>
    public HourlyVolume Realised(int hour) => _realised.At(_hours[hour].Start)!.Value;

    /// <summary>Gives weights a scale: the total over the fitted hours becomes that of the realised volumes.</summary>
    /// <param name="weights">Weights by hour, of all hours.</param>
    /// <returns>USDT by hour; as they are when the weights of the fitted hours are all zero.</returns>
    public IReadOnlyList<HourlyVolume> Scaled(IReadOnlyList<HourlyVolume> weights)
    {
        var sum = Fitted.Sum(hour => weights[hour].Total);
        var scale = sum > 0 ? Fitted.Sum(hour => Realised(hour).Total) / sum : 1;
        return [.. weights.Select(weight => weight with { Longs = weight.Longs * scale, Shorts = weight.Shorts * scale })];
    }

    /// <summary>Whether the cascade probability may be fitted to an hour: what comes within its horizon is not held out.</summary>
    /// <param name="hour">Its index.</param>
    /// <returns>Whether it may.</returns>
    public bool MayFitCascade(int hour) => hour + CascadeProbability.HorizonHours <= HeldOut[0];

    /// <summary>What was liquidated in any hour.</summary>
    /// <param name="start">Start of the hour, Unix ms.</param>
    /// <returns>The volume; null where it is not known.</returns>
    public HourlyVolume? RealisedAt(long start) => _realised.At(start);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
