namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Rows in order of time.</summary>
/// <param name="rows">Rows, oldest first, no two of the same time.</param>
/// <param name="time">A row's time, Unix ms.</param>
public sealed class Series<T>(T[] rows, Func<T, long> time)
    where T : struct
{
    /// <summary>Number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>The oldest row, where there is one.</summary>
    public T First => rows[0];

    /// <summary>The latest row, where there is one.</summary>
    public T Last => rows[^1];

    /// <summary>A series without rows.</summary>
    internal static Series<T> Empty { get; } = new([], _ => 0);

    /// <summary>Rows whose time lies in the range, both ends inclusive.</summary>
    /// <param name="from">Start of the range, Unix ms.</param>
    /// <param name="to">End of the range, Unix ms.</param>
    /// <returns>The rows, oldest first.</returns>
    public ArraySegment<T> Between(long from, long to)
    {
        var first = IndexAfter(from - 1);
        return new ArraySegment<T>(rows, first, Math.Max(0, IndexAfter(to) - first));
    }

    /// <summary>The latest row at or before an instant, or null.</summary>
    /// <param name="instant">Unix ms.</param>
    /// <returns>The row.</returns>
    public T? LatestAt(long instant) => IndexAfter(instant) is > 0 and var index ? rows[index - 1] : null;

    /// <summary>A series of what some of the rows hold.</summary>
    internal Series<TOther> Pick<TOther>(Func<T, TOther?> pick, Func<TOther, long> timeOf)
        where TOther : struct => new([.. rows.Select(pick).OfType<TOther>()], timeOf);

    private int IndexAfter(long instant)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (time(rows[middle]) <= instant)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
