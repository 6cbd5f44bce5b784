using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Memory for everything that a service keeps by key, bounded in bytes.</summary>
public sealed class BoundedMemory : IDisposable
{
    // So much goes at once when there is no room: to look for the oldest at every new entry would cost more than it saves.
    private const double MadeRoom = 0.2;

    private readonly MemoryCache _entries;
    private readonly long _limit;

    /// <summary>Starts empty.</summary>
    /// <param name="options">How much may be kept.</param>
    public BoundedMemory(IOptions<CacheOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _limit = options.Value.Megabytes * 1024L * 1024;
        _entries = new MemoryCache(new MemoryCacheOptions { SizeLimit = _limit, TrackStatistics = true });
    }

    /// <summary>Bytes kept, about.</summary>
    public long Bytes => _entries.GetCurrentStatistics()!.CurrentEstimatedSize!.Value;

    /// <summary>Finds an entry.</summary>
    /// <typeparam name="T">Type of the entry; the same for every use of a key.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? entry)
        where T : class => _entries.TryGetValue(key, out entry);

    /// <summary>Keeps an entry, in the place of another of its key. One that is larger than all the room is not kept.</summary>
    /// <param name="key">The key.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="bytes">How much it holds, about.</param>
    /// <param name="isCheap">Whether it is made again without asking the exchange: it goes before what would have to be asked for.</param>
    /// <param name="life">How long somebody may want it, by the system's clock; not above 0 keeps nothing.</param>
    public void Set(string key, object entry, long bytes, bool isCheap, TimeSpan life)
    {
        if (life <= TimeSpan.Zero)
        {
            return;
        }

        bytes += key.Length * sizeof(char);
        // Left to itself the framework's cache turns the newcomer away and makes room only for the next.
        for (var tries = 0; tries < 3 && Bytes + bytes > _limit; tries++)
        {
            _entries.Compact(MadeRoom);
        }

        _entries.Set(key, entry, new MemoryCacheEntryOptions
        {
            Size = bytes,
            Priority = isCheap ? CacheItemPriority.Low : CacheItemPriority.Normal,
            AbsoluteExpirationRelativeToNow = life,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _entries.Dispose();
}
