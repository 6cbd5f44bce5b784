using System.Globalization;
using CsvHelper;

namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Reads the files of one recorded series, row by row. Columns are found by the names in the header line.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true };

    private readonly string _file;
    private readonly CsvReader _csv;

    private CsvTable(string file, CsvReader csv) => (_file, _csv) = (file, csv);

    /// <summary>Reads every CSV file of a folder, in the order of their names (the archive's names end in their date).</summary>
    /// <param name="folder">The folder; one that is not there has no rows.</param>
    /// <param name="read">Makes a row's record.</param>
    /// <param name="time">A record's time, Unix ms: it must rise from row to row.</param>
    /// <exception cref="InvalidSetupException">A row cannot be read, or is out of order.</exception>
    public static Series<T> Read<T>(string folder, Func<CsvTable, T> read, Func<T, long> time)
        where T : struct
    {
        if (!Directory.Exists(folder))
        {
            return Series<T>.Empty;
        }

        var rows = new List<T>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
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

                rows.Add(row);
            }
        }

        return new Series<T>([.. rows], time);
    }

    /// <summary>A complaint on the present row.</summary>
    public InvalidSetupException Bad(string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {_csv.LineNumber}: {reason}."));

    /// <summary>Whether a cell holds something; an empty one was not recorded.</summary>
    public bool IsRecorded(string column) => !_csv.IsEmpty(IndexOf(column));

    /// <summary>A whole number that must be there.</summary>
    public long Integer(string column) => Parse<long>(column, "a whole number");

    /// <summary>A number that must be there.</summary>
    public decimal Number(string column) => Parse<decimal>(column, "a number");

    /// <summary>A price that must be there: above zero.</summary>
    public decimal Price(string column) => Number(column) is > 0 and var price ? price : throw Bad($"{column} is not above zero");

    /// <summary>A quantity that is not negative, or null where it was not recorded.</summary>
    public decimal? OptionalQuantity(string column)
    {
        if (!IsRecorded(column))
        {
            return null;
        }

        return Number(column) is >= 0 and var quantity ? quantity : throw Bad($"{column} is negative");
    }

    /// <summary>An instant written as <c>2026-01-15 12:05:00</c> in UTC, as Unix ms.</summary>
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
        _csv.TryGetFieldIndex(column, out var index) ? index : throw new InvalidSetupException($"{_file} has no column {column} in its header line.");
}
