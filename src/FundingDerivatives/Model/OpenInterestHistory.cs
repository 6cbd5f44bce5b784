namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Open interest of a contract over the last month, from two series that the exchange keeps: every 5 minutes for a day, every 2 hours for
/// thirty days. Changes are taken between readings of the exchange, so that anybody can take them again.</summary>
/// <param name="Recent">Contracts every 5 minutes, base units.</param>
/// <param name="RecentValue">Their value, quote units.</param>
/// <param name="Month">Contracts every 2 hours, base units.</param>
/// <param name="MonthValue">Their value, quote units.</param>
internal sealed record OpenInterestHistory(TimeSeries Recent, TimeSeries RecentValue, TimeSeries Month, TimeSeries MonthValue)
{
    private const long TwoHours = 7_200_000;

    /// <summary>A month that is not to be had.</summary>
    public static TimeSeries NoMonth { get; } = new(TwoHours, []);

    /// <summary>The change over a window up to the latest reading.</summary>
    /// <param name="window">Length of the window, ms.</param>
    /// <returns>Null when the history does not reach back that far or has a gap there.</returns>
    public OpenInterestChange? Change(long window)
    {
        if ((Recent.Latest, RecentValue.Latest) is not ({ } now, { } worth))
        {
            return null;
        }

        var then = now.Time - window;
        var (contracts, value) = Recent.At(then) is { } near ? (near, RecentValue.At(then)) : (Month.At(then), MonthValue.At(then));
        return contracts is { Value: > 0 } before && value is { Value: > 0 } worthBefore
            ? new(
                before.Time,
                now.Time,
                before.Value,
                now.Value,
                worthBefore.Value,
                worth.Value,
                Standing.Of(Earlier(window), (now.Value / before.Value) - 1))
            : null;
    }

    // A day of readings says little about a change over four hours, and two-hourly ones nothing about one over five minutes.
    private IEnumerable<double> Earlier(long window) => window < 2 * Month.Period ? Recent.Changes(window).SkipLast(1) : Month.Changes(window);

    /// <summary>Lowest and highest of the month with the latest reading.</summary>
    /// <returns>Null without a history.</returns>
    public (double Low, double High)? Range()
    {
        if (Month.Count == 0)
        {
            return null;
        }

        double[] all = [.. Month.Values, .. Recent.Values];
        return (all.Min(), all.Max());
    }

    /// <summary>Where the latest reading stands in the month.</summary>
    /// <returns>Null without a history.</returns>
    public Standing? StandingOfLatest() => Recent.Latest is { } now ? Standing.Of(Month.Values.ToArray(), now.Value) : null;
}

/// <summary>Open interest at two readings. Contracts are base units, values quote units.</summary>
/// <param name="From">Time of the earlier reading, Unix ms.</param>
/// <param name="To">Time of the later reading, Unix ms.</param>
/// <param name="ContractsBefore">Contracts then.</param>
/// <param name="ContractsNow">Contracts now.</param>
/// <param name="ValueBefore">Value then.</param>
/// <param name="ValueNow">Value now.</param>
/// <param name="Standing">Where the change of contracts stands among earlier changes over as long a window; null without any.</param>
internal sealed record OpenInterestChange(
    long From, long To, double ContractsBefore, double ContractsNow, double ValueBefore, double ValueNow, Standing? Standing)
{
    /// <summary>Change of contracts, a fraction: what traders did.</summary>
    public double InContracts => (ContractsNow / ContractsBefore) - 1;

    /// <summary>Change of value, a fraction: what traders did times what the price did.</summary>
    public double InValue => (ValueNow / ValueBefore) - 1;

    /// <summary>Change of the mark price between the readings, a fraction: value over contracts is the price they were valued at.</summary>
    public double InPrice => (ValueNow / ContractsNow / (ValueBefore / ContractsBefore)) - 1;
}
