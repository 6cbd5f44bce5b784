using Microsoft.Extensions.Hosting;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;

namespace OmnipotentFutures.Analysis.Answers;

/// <summary>Keeps answers for as long as their inputs hold. All who ask for one at the same time share one making of it.</summary>
public sealed class AnswerStore(BoundedMemory memory, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    // What changes with the wall clock, such as an age, is never further off.
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);

    private readonly Flights _flights = new();
    private readonly CancellationToken _stopped = lifetime.ApplicationStopped;
    private long _lastAsked;

    /// <summary>When a caller last asked for anything, UTC; the beginning of time before the first.</summary>
    public DateTimeOffset LastAsked => new(Interlocked.Read(ref _lastAsked), TimeSpan.Zero);

    /// <summary>Gives an answer, made anew if it no longer holds. An error is not kept.</summary>
    /// <param name="key">What is asked for, language included: the same key, the same answer.</param>
    /// <param name="make">Makes it. Its token ends with the service, not with the caller.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public ValueTask<AnswerOutcome> GetAsync(string key, MakeAnswer make, CancellationToken cancellationToken)
    {
        if (!Refreshing.IsActive)
        {
            Interlocked.Exchange(ref _lastAsked, clock.GetUtcNow().UtcTicks);
        }

        return Find(key) is { } ready
            ? ValueTask.FromResult(new AnswerOutcome(ready))
            : new(_flights.Join(FlightOf(key), () => MakeAsync(key, make)).WaitAsync(cancellationToken));
    }

    // A refresh has less leave than a caller, who must not share its refusal.
    private static string FlightOf(string key) => Refreshing.IsActive ? $"{key}/refresh" : key;

    private ReadyAnswer? Find(string key) =>
        memory.TryGet<ReadyAnswer>(key, out var ready) && ready.FreshUntil > clock.GetUtcNow() + RefreshAhead.Now ? ready : null;

    private async Task<AnswerOutcome> MakeAsync(string key, MakeAnswer make)
    {
        if (Find(key) is { } landed)
        {
            return new(landed);
        }

        var asked = clock.GetUtcNow();
        var freshness = FreshnessScope.Begin();
        var outcome = await make(FreshUntil, _stopped);
        if (outcome.Answer is { } answer)
        {
            memory.Set(key, answer, answer.Footprint, isCheap: true, answer.FreshUntil - clock.GetUtcNow());
        }

        return outcome;

        DateTimeOffset FreshUntil() => freshness.Until is { } until && until < asked + LongestLife ? until : asked + LongestLife;
    }
}

/// <summary>Makes an answer.</summary>
/// <param name="freshUntil">Tells, once everything is read, until when the answer holds.</param>
/// <param name="cancellationToken">Ends the making.</param>
public delegate Task<AnswerOutcome> MakeAnswer(Func<DateTimeOffset> freshUntil, CancellationToken cancellationToken);
