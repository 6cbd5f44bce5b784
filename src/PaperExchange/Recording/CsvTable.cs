using System.Globalization;
using CsvHelper;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Reads the files of one recorded series, row by row. Columns are found by the names in the header line.</summary>
public sealed class CsvTable
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true };

    // 2100-01-01 UTC.
    private const long LatestTime = 4102444800000;

    private readonly string _file;
    private readonly CsvReader _csv;

    private CsvTable(string file, CsvReader csv) => (_file, _csv) = (file, csv);

    /// <summary>Reads every CSV file of a folder, in the order of their names (the archive's names end in their date).</summary>
    /// <param name="folder">The folder; one that is not there has no rows.</param>
    /// <param name="read">Makes a row's record.</param>
    /// <param name="time">A record's time, Unix ms: it must rise from row to row.</param>
    /// <param name="longestStep">How far the times of two rows may lie apart, ms.</param>
    /// <returns>The rows of all files.</returns>
    /// <exception cref="InvalidSetupException">A row cannot be read, is out of order, or comes too long after the one before it.</exception>
    public static Series<T> Read<T>(string folder, Func<CsvTable, T> read, Func<T, long> time, long longestStep = long.MaxValue)
        where T : struct => Directory.Exists(folder)
            ? ReadFiles(Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal), read, time, longestStep)
            : Series<T>.Empty;

    /// <summary>Reads one CSV file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Makes a row's record.</param>
    /// <param name="time">A record's time, Unix ms: it must rise from row to row.</param>
    /// <returns>Its rows.</returns>
    /// <exception cref="InvalidSetupException">There is no such file, or a row cannot be read or is out of order.</exception>
    public static Series<T> ReadFile<T>(string file, Func<CsvTable, T> read, Func<T, long> time)
        where T : struct => File.Exists(file)
            ? ReadFiles([file], read, time, long.MaxValue)
            : throw new InvalidSetupException($"The file '{file}' does not exist.");

    private static Series<T> ReadFiles<T>(IEnumerable<string> files, Func<CsvTable, T> read, Func<T, long> time, long longestStep)
        where T : struct
    {
        var rows = new List<T>();
        foreach (var file in files)
        {
            using var csv = CsvReader.FromFile(file, Options);
            var table = new CsvTable(file, csv);
            while (table.Next())
            {
                var row = read(table);
                if (rows.Count > 0 && time(row) <= time(rows[^1]))
                {
                    throw table.Bad("its time is not later than that of the row before it; rows must be in order and appear once");
                }

                if (rows.Count > 0 && time(row) - time(rows[^1]) > longestStep)
                {
                    throw table.Bad(string.Create(
                        CultureInfo.InvariantCulture,
                        $"it comes {Hours(time(row) - time(rows[^1]))} after the row before it; rows may lie at most {Hours(longestStep)} apart"));
                }

                rows.Add(row);
            }
        }

        return new Series<T>([.. rows], time);
    }

    /// <summary>A complaint on the present row.</summary>
    /// <param name="reason">What is wrong with it.</param>
    /// <returns>The complaint, with file and line.</returns>
    public InvalidSetupException Bad(string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {_csv.LineNumber}: {reason}."));

    /// <summary>Whether a cell holds something: where it is empty, or the file has no such column, the value was not recorded.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>True when it does.</returns>
    public bool IsRecorded(string column) => _csv.TryGetFieldIndex(column, out var index) && !_csv.IsEmpty(index);

    /// <summary>A whole number that must be there.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The number.</returns>
    public long Integer(string column) => Parse<long>(column, "a whole number");

    /// <summary>An instant in Unix ms that must be there; one that is no time of this century is in another unit.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The instant.</returns>
    public long UnixTime(string column) =>
        Integer(column) is >= 0 and < LatestTime and var time ? time : throw Bad($"{column} is not in Unix milliseconds");

    /// <summary>A number that must be there.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The number.</returns>
    public decimal Number(string column) => Parse<decimal>(column, "a number");

    /// <summary>A price that must be there: above zero.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The price.</returns>
    public decimal Price(string column) => Number(column) is > 0 and var price ? price : throw Bad($"{column} is not above zero");

    /// <summary>A quantity that is not negative. The column must be there, but its cells may be empty.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The quantity, or null where the cell is empty.</returns>
    public decimal? QuantityWhereKnown(string column)
    {
        _ = IndexOf(column);
        return OptionalQuantity(column);
    }

    /// <summary>A quantity that is not negative, or null where it was not recorded.</summary>
    /// <param name="column">Name of the column; it need not be there.</param>
    /// <returns>The quantity, or null.</returns>
    public decimal? OptionalQuantity(string column)
    {
        if (!IsRecorded(column))
        {
            return null;
        }

        return Number(column) is >= 0 and var quantity ? quantity : throw Bad($"{column} is negative");
    }

    /// <summary>An instant written as <c>2026-01-15 12:05:00</c> in UTC, as Unix ms.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The instant.</returns>
    public long Instant(string column)
    {
        var text = _csv.GetString(IndexOf(column));
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUnixTimeMilliseconds()
            : throw Bad($"{column} '{text}' is not an instant such as 2026-01-15 12:05:00");
    }

    private bool Next()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw Bad(malformed.Message.TrimEnd('.'));
        }
    }

    private T Parse<T>(string column, string form)
        where T : ISpanParsable<T>
    {
        var index = IndexOf(column);
        return _csv.TryParse<T>(index, out var value) ? value! : throw Bad($"{column} '{_csv.GetString(index)}' is not {form}");
    }

    private int IndexOf(string column) =>
        _csv.TryGetFieldIndex(column, out var index) ? index : throw new InvalidSetupException($"{_file}, line 1: the header has no column {column}.");

    private static string Hours(long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromMilliseconds(milliseconds).TotalHours:0.##} hours");
}
