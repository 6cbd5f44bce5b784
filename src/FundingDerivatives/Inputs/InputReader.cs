using System.Collections;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Errors;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>Reads inputs through the cache and turns failures into gaps.</summary>
internal sealed partial class InputReader(SingleFlightCache cache, ExchangeTime time, TimeProvider clock, ILogger<InputReader> logger)
{
    // An input that is slow to come is a gap in this report; its call goes on and serves the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // Below the whole's, so that a part that is slow to come costs itself alone.
    private static readonly TimeSpan PatienceOfParts = TimeSpan.FromSeconds(3);

    // The exchange has a reading some seconds after its time.
    private static readonly TimeSpan PublicationLag = TimeSpan.FromSeconds(15);

    // How often a reading is asked for that should have come out and has not.
    private static readonly TimeSpan LatePause = TimeSpan.FromSeconds(30);

    /// <summary>Present time by our clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Present time by the exchange's clock.</summary>
    public DateTimeOffset ExchangeNow => time.Now;

    /// <summary>How long a series lives that grows at fixed times of the exchange's clock.</summary>
    /// <param name="period">Distance between its readings.</param>
    public CachePolicy UntilNext(TimeSpan period) => CachePolicy.UntilNext(period, PublicationLag - time.Distance);

    /// <summary>Reads a series that others can do without, again as soon as its next reading should be out, and more often while that is late.</summary>
    /// <typeparam name="T">Type of the series.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="period">Distance between its readings.</param>
    /// <param name="newest">Time of its newest reading, Unix ms; null without any.</param>
    /// <param name="fetch">Asks the exchange.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The series, that there is none, or that the exchange could not be asked.</returns>
    public async Task<Reading<T>> TryReadSeriesAsync<T>(
        string key, TimeSpan period, Func<T, long?> newest, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
        where T : class
    {
        var policy = UntilNext(period);
        var reading = await TryReadAsync(key, policy, fetch, cancellationToken);
        return reading.Value is { } series && newest(series) is { } last && IsLate(last, period)
            ? await TryReadAsync(key, policy.AtMost(LatePause), fetch, cancellationToken)
            : reading;
    }

    // One reading late: a series that has stopped altogether is not waited for.
    private bool IsLate(long newest, TimeSpan period)
    {
        var due = time.Now - PublicationLag;
        var expected = (due - new TimeSpan(due.UtcTicks % period.Ticks)).ToUnixTimeMilliseconds();
        return newest < expected && newest >= expected - (long)period.TotalMilliseconds;
    }

    /// <summary>Reads an input that others can do without.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="policy">How long it lives.</param>
    /// <param name="fetch">Asks the exchange.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The input, that there is none, or that the exchange could not be asked.</returns>
    public Task<Reading<T>> TryReadAsync<T>(string key, CachePolicy policy, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
        where T : class =>
        TryAsync(key, Patience, token => ReadAsync(key, policy, fetch, refusal => refusal.MeansNoData, token), cancellationToken);

    /// <summary>Asks for a part of an input that is kept as a whole.</summary>
    /// <typeparam name="T">Type of the part.</typeparam>
    /// <param name="name">What it is, for the log.</param>
    /// <param name="fetch">Asks the exchange.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The part, that there is none, or that the exchange could not be asked in time.</returns>
    public Task<Reading<T>> TryAskAsync<T>(string name, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
        where T : class
    {
        var asked = Now;
        return TryAsync(
            name,
            PatienceOfParts,
            async token => new Reading<T>((await AskAsync(name, fetch, refusal => refusal.MeansNoData, token)).Value, asked),
            cancellationToken);
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
        var cached = await cache.GetAsync(key, policy, token => AskAsync(key, FetchAsync, isAnswer, token), cancellationToken);
        return new(cached.Value.Value, cached.FetchedAt, cached.IsStale);

        async Task<T> FetchAsync(CancellationToken token) =>
            cache.RequireRows(key, new Answer<T>(await fetch(token)), answer => answer.HasRows).Value!;
    }

    /// <summary>An input that is fresh already.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="key">What it is of.</param>
    /// <param name="policy">How long it lives.</param>
    /// <returns>Null when it would have to be asked for.</returns>
    public Reading<T>? FindFresh<T>(string key, CachePolicy policy)
        where T : class => cache.FindFresh<Answer<T>>(key, policy) is { } cached ? new(cached.Value.Value, cached.FetchedAt) : null;

    // That the exchange has nothing to give is an answer, kept like any other: a settling contract must not cost a call per request.
    private async Task<Answer<T>> AskAsync<T>(
        string name, Func<CancellationToken, Task<T>> fetch, Func<BinanceException, bool> isAnswer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new(await fetch(cancellationToken));
        }
        catch (BinanceException refusal) when (isAnswer(refusal))
        {
            return new(Value: null);
        }
        catch (BinanceException failure)
        {
            LogFailure(failure.LevelInLog, name, failure.Kind, failure.Message);
            throw;
        }
    }

    private async Task<Reading<T>> TryAsync<T>(
        string name, TimeSpan patience, Func<CancellationToken, Task<Reading<T>>> read, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(patience, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await read(linked.Token);
        }
        catch (BinanceException)
        {
            return Reading<T>.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogSlow(name, patience.TotalSeconds);
            return Reading<T>.Failed;
        }
    }

    [LoggerMessage(Message = "Not read: {Input}, {Kind}, {Reason}")]
    private partial void LogFailure(LogLevel level, string input, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not waited for any longer: {Input} after {Seconds} s")]
    private partial void LogSlow(string input, double seconds);

    private sealed record Answer<T>(T? Value) : IHasFootprint
    {
        public long Footprint => Analysis.Caching.Footprint.Of(Value);

        public bool HasRows => Value is not (ICollection { Count: 0 } or ISeries { Count: 0 });
    }
}
