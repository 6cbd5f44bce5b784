namespace OmnipotentFutures.Binance;

/// <summary>Marks calls that nobody waits for.</summary>
public static class Refreshing
{
    private static readonly AsyncLocal<bool> Ambient = new();

    /// <summary>Whether the calling code is a refresh.</summary>
    public static bool IsActive => Ambient.Value;

    /// <summary>Begins a refresh: it lasts until it is disposed of, for the calling method and what it awaits.</summary>
    /// <returns>Ends the refresh.</returns>
    public static IDisposable Begin()
    {
        Ambient.Value = true;
        return new Scope();
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Ambient.Value = false;
    }
}
