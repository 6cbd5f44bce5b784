using OmnipotentFutures.PaperExchange;
using OmnipotentFutures.PaperExchange.Recording;

namespace OmnipotentFutures.Backtest.Recording;

/// <summary>What was really liquidated, hour by hour.</summary>
public sealed class RealisedVolumes
{
    private readonly Dictionary<long, HourlyVolume> _hours;

    private RealisedVolumes(Series<Row> rows)
    {
        _hours = rows.Between(rows.First.Start, rows.Last.Start).Where(row => row.IsKnown).ToDictionary(row => row.Start, row => row.Volume);
        (First, Last) = (rows.First.Start, rows.Last.Start);
    }

    /// <summary>Hours that are known.</summary>
    public int Count => _hours.Count;

    /// <summary>Start of the first hour, Unix ms.</summary>
    public long First { get; }

    /// <summary>Start of the last hour, Unix ms.</summary>
    public long Last { get; }

    /// <summary>Reads a file with the columns <c>timestamp</c> (start of the hour, Unix ms), <c>liquidation_long_usd</c> and
    /// <c>liquidation_short_usd</c>. Hours may be missing, and so may cells: such an hour is not known.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Its hours.</returns>
    /// <exception cref="InvalidSetupException">There is no such file, or a row is bad.</exception>
    public static RealisedVolumes Read(string file)
    {
        var rows = CsvTable.ReadFile(file, ReadRow, row => row.Start);
        return rows.Count == 0
            ? throw new InvalidSetupException($"The file '{file}' holds no realised liquidations.")
            : new RealisedVolumes(rows);
    }

    /// <summary>An hour's volume.</summary>
    /// <param name="start">Start of the hour, Unix ms.</param>
    /// <returns>The volume, or null where it is not known.</returns>
    public HourlyVolume? At(long start) => _hours.TryGetValue(start, out var volume) ? volume : null;

    private static Row ReadRow(CsvTable table)
    {
        var start = table.UnixTime("timestamp");
        return start % HistoryHour.Length == 0
            ? new Row(start, (double?)table.QuantityWhereKnown("liquidation_long_usd"), (double?)table.QuantityWhereKnown("liquidation_short_usd"))
            : throw table.Bad($"timestamp {start} is not the start of an hour");
    }

    private readonly record struct Row(long Start, double? Longs, double? Shorts)
    {
        public bool IsKnown => Longs is not null && Shorts is not null;

        public HourlyVolume Volume => new(Start, Longs!.Value, Shorts!.Value);
    }
}
