using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Keeps what the exchange answered. A thousand callers of one key cost one fetch, a caller that leaves does not cancel it for the
/// others, and while the exchange fails the last good value is given out, marked stale.</summary>
public sealed class SingleFlightCache
{
    // Whoever has a value to give out waits no longer than a person notices, and asks a failing exchange no more often than it can mend.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(2);

    private readonly Flights _flights = new();
    private readonly BoundedMemory _memory;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _staleAge;
    private readonly CancellationToken _stopped;

    /// <summary>Starts empty.</summary>
    /// <param name="memory">Where values are kept.</param>
    /// <param name="options">How old they may become.</param>
    /// <param name="clock">The clock that ages are measured by.</param>
    /// <param name="lifetime">Ends running fetches when the service has stopped: until then callers wait for them.</param>
    public SingleFlightCache(BoundedMemory memory, IOptions<CacheOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(lifetime);
        _memory = memory;
        _clock = clock;
        _staleAge = TimeSpan.FromMinutes(options.Value.StaleMinutes);
        _stopped = lifetime.ApplicationStopped;
    }

    /// <summary>Gives a fresh value, fetching it if need be, or else the last good one.</summary>
    /// <typeparam name="T">Type of the value; the same for every use of a key.</typeparam>
    /// <param name="key">What the value is of.</param>
    /// <param name="policy">How long a value is fresh.</param>
    /// <param name="fetch">Fetches the value; its token ends with the service, not with the caller.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The value and its age.</returns>
    /// <exception cref="BinanceException">The fetch failed and nothing is kept.</exception>
    public async Task<Cached<T>> GetAsync<T>(
        string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(fetch);

        var entry = Find<T>(key);
        if (entry is not null && IsFresh(entry, policy))
        {
            return Fresh(entry.Value, policy);
        }

        if (IsUsable(entry, policy) && _clock.GetUtcNow() - entry!.FailedAt < FailurePause)
        {
            return LastGood(entry.Value, policy);
        }

        try
        {
            var flight = Flights.Observed(FlyAsync(key, policy, fetch));
            return Fresh(await (IsUsable(entry, policy) ? flight.WaitAsync(Patience, _clock, cancellationToken) : flight.WaitAsync(cancellationToken)), policy);
        }
        catch (BinanceException failure) when ((failure.CanRetry || failure.Kind == BinanceErrorKind.RestrictedLocation) && IsUsable(entry, policy))
        {
            return LastGood(entry!.Value, policy);
        }
        catch (Exception wait) when (wait is TimeoutException or OperationCanceledException && !_stopped.IsCancellationRequested && IsUsable(entry, policy))
        {
            // Out of patience, or gone: whoever is still there is better served by what is known than by nothing, and the next one at once.
            if (wait is TimeoutException)
            {
                entry!.FailedAt = _clock.GetUtcNow();
            }

            return LastGood(entry!.Value, policy);
        }
        catch
        {
            NoteFailure();
            throw;
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
        return Find<T>(key) is { } entry && IsFresh(entry, policy) ? Fresh(entry.Value, policy) : null;
    }

    /// <summary>Refuses a value without rows in the place of one with: what there was does not go from one answer to the next.</summary>
    /// <typeparam name="T">Type of the value; the same for every use of a key.</typeparam>
    /// <param name="key">What the value is of.</param>
    /// <param name="value">The value that was just fetched.</param>
    /// <param name="hasRows">Whether a value has rows.</param>
    /// <returns>The value.</returns>
    /// <exception cref="BinanceException">The value has no rows, and the one that is kept has, however old it is by now.</exception>
    public T RequireRows<T>(string key, T value, Func<T, bool> hasRows)
    {
        ArgumentNullException.ThrowIfNull(hasRows);
        return hasRows(value) || Find<T>(key) is not { } entry || !hasRows(entry.Value.Value)
            ? value
            : throw new BinanceException(BinanceErrorKind.MalformedResponse, key, "the answer has no rows, and had some before");
    }

    private Entry<T>? Find<T>(string key) => _memory.TryGet<Entry<T>>(key, out var entry) ? entry : null;

    private bool IsFresh<T>(Entry<T> entry, CachePolicy policy) =>
        policy.ExpiresAt(entry.Value.FetchedAt, RefreshAhead.Now) > _clock.GetUtcNow();

    private bool IsUsable<T>(Entry<T>? entry, CachePolicy policy) =>
        entry is not null && policy.ExpiresAt(entry.Value.FetchedAt) + (policy.MayBeStale ? _staleAge : TimeSpan.Zero) > _clock.GetUtcNow();

    private static Cached<T> Fresh<T>(Cached<T> value, CachePolicy policy)
    {
        FreshnessScope.Note(policy.ExpiresAt(value.FetchedAt));
        return value;
    }

    private Cached<T> LastGood<T>(Cached<T> value, CachePolicy policy)
    {
        NoteFailure();
        return policy.ExpiresAt(value.FetchedAt) > _clock.GetUtcNow() ? value : value with { IsStale = true };
    }

    // An answer with a gap or with something stale in it holds no longer than it takes to try again.
    private void NoteFailure() => FreshnessScope.Note(_clock.GetUtcNow() + FailurePause);

    private async Task<Cached<T>> FlyAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch)
    {
        var refresh = $"{key}/refresh";
        if (Refreshing.IsActive)
        {
            return await (_flights.Find<Cached<T>>(key) ?? _flights.Join(refresh, () => FetchAsync(key, policy, fetch)));
        }

        if (_flights.Find<Cached<T>>(refresh) is { } underWay)
        {
            try
            {
                return await underWay;
            }
            catch (BinanceException refused) when (refused.WasNotSent)
            {
                // A refresh has less leave than a caller, who asks for himself.
            }
        }

        return await _flights.Join(key, () => FetchAsync(key, policy, fetch));
    }

    private async Task<Cached<T>> FetchAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch)
    {
        FreshnessScope.Leave();
        var entry = Find<T>(key);

        // Another flight may have landed between this caller's look at the values and its look at the flights.
        if (entry is not null && IsFresh(entry, policy))
        {
            return entry.Value;
        }

        try
        {
            // The value is as old as its question, not as its answer.
            var asked = _clock.GetUtcNow();
            var cached = new Cached<T>(await fetch(_stopped), asked);
            // The memory's own clock only frees it: ages are measured by ours.
            _memory.Set(
                key, new Entry<T>(cached), Footprint.Of(cached.Value), isCheap: false, policy.ExpiresAt(asked) - asked + (policy.MayBeStale ? _staleAge : TimeSpan.Zero));
            return cached;
        }
        catch (BinanceException failure) when (entry is not null && !(Refreshing.IsActive && failure.WasNotSent))
        {
            entry.FailedAt = _clock.GetUtcNow();
            throw;
        }
    }

    private sealed class Entry<T>(Cached<T> value)
    {
        private long _failedAt = DateTimeOffset.MinValue.UtcTicks;

        public Cached<T> Value => value;

        /// <summary>When it could not be renewed.</summary>
        public DateTimeOffset FailedAt
        {
            get => new(Interlocked.Read(ref _failedAt), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _failedAt, value.UtcTicks);
        }
    }
}
