using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.PaperExchange.Api;

namespace OmnipotentFutures.PaperExchange.Tests.Api;

public sealed class RowPageTests
{
    [Property]
    public Property Page_is_what_reading_everything_would_give(PositiveInt[] gaps, PositiveInt limit, NonNegativeInt? start, NonNegativeInt end)
    {
        var rows = new List<long>();
        foreach (var gap in gaps)
        {
            rows.Add((rows.Count == 0 ? 0 : rows[^1]) + (gap.Get * (gap.Get % 7 == 0 ? 1000L : 1L)));
        }

        var page = new RowPage(start?.Get, end.Get * 100L, limit.Get, Earliest: 0);
        var inRange = rows.Where(row => row >= (start?.Get ?? 0) && row <= end.Get * 100L).ToList();
        var expected = start is null ? inRange.TakeLast(limit.Get) : inRange.Take(limit.Get);

        var read = page.Read(step: 1, (from, to) => rows.Where(row => row >= from && row <= to).ToList());

        return read.SequenceEqual(expected).ToProperty();
    }
}
