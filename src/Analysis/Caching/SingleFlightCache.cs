using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Hosting;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Keeps what the exchange answered. A thousand callers of one key cost one fetch, a caller that leaves does not cancel it for the
/// others, and while the exchange fails the last good value is given out, marked stale.</summary>
public sealed class SingleFlightCache : IDisposable
{
    // About a hundred kilobytes an entry where bars are kept: two hundred symbols of ten entries leave room in a container of 500 MB.
    private const int MaxEntries = 2_000;

    private readonly MemoryCache _values = new(new MemoryCacheOptions { SizeLimit = MaxEntries });
    private readonly ConcurrentDictionary<string, Lazy<Task>> _flights = new();
    private readonly TimeProvider _clock;
    private readonly CancellationToken _stopping;

    /// <summary>Starts empty.</summary>
    /// <param name="clock">The clock that ages are measured by.</param>
    /// <param name="lifetime">Ends running fetches when the service stops.</param>
    public SingleFlightCache(TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        _clock = clock;
        _stopping = lifetime.ApplicationStopping;
    }

    /// <summary>Gives a fresh value, fetching it if need be, or else the last good one.</summary>
    /// <typeparam name="T">Type of the value; the same for every use of a key.</typeparam>
    /// <param name="key">What the value is of.</param>
    /// <param name="policy">How long a value is fresh, and how long it is kept for the case that the exchange fails.</param>
    /// <param name="fetch">Fetches the value; its token ends with the service, not with the caller.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The value and its age.</returns>
    /// <exception cref="BinanceException">The fetch failed and nothing is kept.</exception>
    public async Task<Cached<T>> GetAsync<T>(
        string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(fetch);

        if (_values.TryGetValue(key, out Cached<T>? kept) && IsYounger(kept, policy.Fresh))
        {
            return kept;
        }

        try
        {
            return await JoinFlight(key, policy, fetch).WaitAsync(cancellationToken);
        }
        catch (BinanceException failure) when (failure.CanRetry && IsYounger(kept, policy.Keep))
        {
            return kept with { IsStale = true };
        }
        catch (OperationCanceledException) when (!_stopping.IsCancellationRequested && IsYounger(kept, policy.Keep))
        {
            // Out of patience, or gone: whoever is still there is better served by what is known than by nothing.
            return kept with { IsStale = true };
        }
    }

    /// <summary>Gives a fresh value if there is one. Fetches nothing.</summary>
    /// <typeparam name="T">Type of the value; the same for every use of a key.</typeparam>
    /// <param name="key">What the value is of.</param>
    /// <param name="policy">How long a value is fresh.</param>
    /// <returns>The value and its age; null when it would have to be fetched.</returns>
    public Cached<T>? FindFresh<T>(string key, CachePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return _values.TryGetValue(key, out Cached<T>? kept) && IsYounger(kept, policy.Fresh) ? kept : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();

    private bool IsYounger<T>([NotNullWhen(true)] Cached<T>? kept, TimeSpan age) => kept is not null && _clock.GetUtcNow() - kept.FetchedAt < age;

    private Task<Cached<T>> JoinFlight<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch)
    {
        var own = new Lazy<Task>(() => Observed(FetchAsync(key, policy, fetch)));
        var flight = _flights.GetOrAdd(key, own);
        return (Task<Cached<T>>)flight.Value;
    }

    private async Task<Cached<T>> FetchAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch)
    {
        // The caller's stack ends here: whoever joins later must find the flight in the dictionary, not a finished one.
        await Task.Yield();
        try
        {
            // Another flight may have landed between this caller's look at the values and its look at the flights.
            if (_values.TryGetValue(key, out Cached<T>? landed) && IsYounger(landed, policy.Fresh))
            {
                return landed;
            }

            // The value is as old as its question, not as its answer.
            var asked = _clock.GetUtcNow();
            var cached = new Cached<T>(await fetch(_stopping), asked);
            // The cache's own clock only frees memory: ages are measured by ours.
            _values.Set(key, cached, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = policy.Keep });
            return cached;
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    // Every caller may have left by the time it fails.
    private static Task Observed(Task flight)
    {
        _ = flight.ContinueWith(
            static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return flight;
    }
}
