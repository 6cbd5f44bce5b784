namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>Which rows of a history a call asks for: from a start the earliest ones, without a start the latest ones.</summary>
/// <param name="Start">First time, Unix ms, inclusive; null asks for the latest rows.</param>
/// <param name="End">Last time, Unix ms, inclusive.</param>
/// <param name="Limit">Most rows, at least 1.</param>
/// <param name="Earliest">Time before which nothing is kept, Unix ms.</param>
internal sealed record RowPage(long? Start, long End, int Limit, long Earliest)
{
    private const int Widening = 16;

    /// <summary>Reads the page. Asks for as much time as the rows should take, and for more when a gap left rows missing:
    /// a client that pages on must not take a gap for the end.</summary>
    /// <param name="step">Usual time between two rows, ms.</param>
    /// <param name="read">Reads the rows of a time range, both ends inclusive, oldest first.</param>
    /// <returns>At most <see cref="Limit"/> rows, oldest first.</returns>
    public IReadOnlyList<T> Read<T>(long step, Func<long, long, IReadOnlyList<T>> read)
    {
        var from = Start ?? Earliest;
        if (from > End)
        {
            return [];
        }

        for (var span = (Limit + 1) * step; ; span *= Widening)
        {
            var isWhole = span >= End - from;
            var rows = isWhole ? read(from, End) : Start is null ? read(End - span, End) : read(from, from + span);
            if (isWhole || rows.Count >= Limit)
            {
                return rows.Count <= Limit ? rows : Start is null ? [.. rows.TakeLast(Limit)] : [.. rows.Take(Limit)];
            }
        }
    }
}
