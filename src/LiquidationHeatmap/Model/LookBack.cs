namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>A time looked back over, in columns as fine as the history that far back.</summary>
/// <param name="Name">Name, such as <c>24h</c>.</param>
/// <param name="Span">The time.</param>
/// <param name="Column">Length of a column, which divides <paramref name="Span"/>.</param>
public sealed record LookBack(string Name, TimeSpan Span, TimeSpan Column)
{
    /// <summary>All there are, shortest first.</summary>
    public static IReadOnlyList<LookBack> All { get; } =
    [
        new("12h", TimeSpan.FromHours(12), TimeSpan.FromMinutes(5)),
        new("24h", TimeSpan.FromHours(24), TimeSpan.FromMinutes(5)),
        new("3d", TimeSpan.FromDays(3), TimeSpan.FromMinutes(30)),
        new("7d", TimeSpan.FromDays(7), TimeSpan.FromMinutes(30)),
        new("30d", TimeSpan.FromDays(30), TimeSpan.FromHours(2)),
    ];

    /// <summary>The one that is meant when none is named.</summary>
    public static LookBack Default { get; } = All[1];

    /// <summary>Names of all there are, shortest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(range => range.Name)];

    /// <summary>Finds one.</summary>
    /// <param name="name">One of <see cref="Names"/>, or null for the default.</param>
    /// <returns>The range.</returns>
    public static LookBack Of(string? name) => name is null ? Default : All.Single(range => range.Name == name);

    /// <summary>Where the first column starts: the last one, unfinished, is that of the present.</summary>
    /// <param name="now">The present, Unix ms.</param>
    /// <returns>Unix ms, a multiple of the column's length.</returns>
    public long StartAt(long now) => ColumnOf(now) + (long)(Column - Span).TotalMilliseconds;

    /// <summary>Where the column of an instant starts.</summary>
    /// <param name="time">The instant, Unix ms.</param>
    /// <returns>Unix ms.</returns>
    public long ColumnOf(long time) => time / (long)Column.TotalMilliseconds * (long)Column.TotalMilliseconds;
}
