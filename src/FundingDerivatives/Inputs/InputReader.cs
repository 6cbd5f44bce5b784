using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads inputs through the cache and turns failures into gaps.</summary>
internal sealed partial class InputReader(SingleFlightCache cache, TimeProvider clock, ILogger<InputReader> logger)
{
    // An input that is slow to come is a gap in this report; its call goes on and serves the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Present time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads an input that others can do without.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="policy">How long it lives.</param>
    /// <param name="fetch">Asks the exchange.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The input, that there is none, or that the exchange could not be asked.</returns>
    public async Task<Reading<T>> TryReadAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ReadAsync(key, policy, fetch, refusal => refusal.MeansNoData, linked.Token);
        }
        catch (BinanceException)
        {
            return Reading<T>.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogSlow(key, Patience.TotalSeconds);
            return Reading<T>.Failed;
        }
    }

    /// <summary>Reads an input that nothing can be said without.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="policy">How long it lives.</param>
    /// <param name="fetch">Asks the exchange.</param>
    /// <param name="isAnswer">Which refusals say that the exchange has nothing to give.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The input, or that there is none.</returns>
    /// <exception cref="BinanceException">The exchange could not be asked.</exception>
    public async Task<Reading<T>> ReadAsync<T>(
        string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, Func<BinanceException, bool> isAnswer, CancellationToken cancellationToken)
        where T : class
    {
        var cached = await cache.GetAsync(key, policy, FetchAsync, cancellationToken);
        return new(cached.Value.Value, cached.FetchedAt, cached.IsStale);

        // That the exchange has nothing to give is an answer, kept like any other: a settling contract must not cost a call per request.
        async Task<Answer<T>> FetchAsync(CancellationToken token)
        {
            try
            {
                return new(await fetch(token));
            }
            catch (BinanceException refusal) when (isAnswer(refusal))
            {
                return new(Value: null);
            }
            catch (BinanceException failure)
            {
                LogFailure(key, failure.Kind, failure.Message);
                throw;
            }
        }
    }

    /// <summary>An input that is fresh already.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="policy">How long it lives.</param>
    /// <returns>Null when it would have to be asked for.</returns>
    public Reading<T>? FindFresh<T>(string key, CachePolicy policy)
        where T : class => cache.FindFresh<Answer<T>>(key, policy) is { } cached ? new(cached.Value.Value, cached.FetchedAt) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not read: {Input}, {Kind}, {Reason}")]
    private partial void LogFailure(string input, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not waited for any longer: {Input} after {Seconds} s")]
    private partial void LogSlow(string input, double seconds);

    private sealed record Answer<T>(T? Value);
}
