using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.PaperExchange.Api;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class RowPageTests
{
    [Property]
    public Property Page_is_what_reading_everything_would_give(PositiveInt[] gaps, PositiveInt limit, bool isFromStart, NonNegativeInt start, NonNegativeInt end)
    {
        var rows = new List<long>();
        foreach (var gap in gaps)
        {
            rows.Add((rows.Count == 0 ? 0 : rows[^1]) + (gap.Get * (gap.Get % 7 == 0 ? 1000L : 1L)));
        }

        long? first = isFromStart ? start.Get : null;
        var last = end.Get * 100L;
        var page = new RowPage(first, last, limit.Get, Earliest: 0);
        var inRange = rows.Where(row => row >= (first ?? 0) && row <= last).ToList();
        var expected = isFromStart ? inRange.Take(limit.Get) : inRange.TakeLast(limit.Get);

        var read = page.Read(step: 1, (from, to) => rows.Where(row => row >= from && row <= to).ToList());

        return read.SequenceEqual(expected).ToProperty();
    }
}
