namespace OmnipotentFutures.Binance;

/// <summary>Marks calls that nobody waits for. Within <see cref="Begin"/> a call never waits for budget, and is refused unless enough is left after it
/// for those that somebody waits for.</summary>
public static class Refreshing
{
    private static readonly AsyncLocal<bool> Active = new();

    /// <summary>Whether calls made here and now are refreshes.</summary>
    public static bool IsActive => Active.Value;

    /// <summary>Makes refreshes of all calls that are made in this flow of control, and in those it starts, until the mark is disposed of.</summary>
    /// <returns>The mark; to be disposed of in the same flow.</returns>
    public static IDisposable Begin()
    {
        var mark = new Mark(Active.Value);
        Active.Value = true;
        return mark;
    }

    private sealed class Mark(bool outer) : IDisposable
    {
        public void Dispose() => Active.Value = outer;
    }
}
