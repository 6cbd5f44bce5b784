namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Finds out until when an answer holds: as long as everything that was read for it stays fresh. The cache notes what it gives out within a scope, so
/// that no input can be forgotten.</summary>
internal sealed class FreshnessScope
{
    private static readonly AsyncLocal<FreshnessScope?> Ambient = new();

    private readonly Lock _gate = new();
    private DateTimeOffset? _until;

    /// <summary>When the first of what was read must be asked for again; null when nothing was read.</summary>
    public DateTimeOffset? Until
    {
        get
        {
            lock (_gate)
            {
                return _until;
            }
        }
    }

    /// <summary>Begins a scope that lasts as long as the calling method and what it awaits.</summary>
    public static FreshnessScope Begin() => Ambient.Value = new FreshnessScope();

    /// <summary>Keeps what the calling method reads from here on out of the scopes around it: it is somebody else's answer.</summary>
    public static void Leave() => Ambient.Value = null;

    /// <summary>Notes that something was read.</summary>
    /// <param name="freshUntil">When it must be asked for again.</param>
    public static void Note(DateTimeOffset freshUntil) => Ambient.Value?.Add(freshUntil);

    private void Add(DateTimeOffset freshUntil)
    {
        lock (_gate)
        {
            _until = freshUntil < _until ? freshUntil : _until ?? freshUntil;
        }
    }
}
