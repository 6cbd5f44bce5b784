using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Tests.Caching;

public sealed class SingleFlightCacheTests : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StaleAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(2);
    private static readonly CachePolicy Policy = CachePolicy.For(Life);

    private readonly HookedClock _clock = new();
    private readonly StoppableLifetime _lifetime = new();
    private readonly BoundedMemory _memory;
    private readonly SingleFlightCache _cache;

    public SingleFlightCacheTests()
    {
        var options = Options.Create(new CacheOptions { StaleMinutes = StaleAge.TotalMinutes });
        _memory = new BoundedMemory(options);
        _cache = new SingleFlightCache(_memory, options, _clock, _lifetime);
    }

    public void Dispose()
    {
        _memory.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task Thousand_concurrent_callers_cost_one_fetch()
    {
        var answer = new TaskCompletionSource<int>();
        var fetches = 0;
        var callers = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => Get(_ =>
        {
            Interlocked.Increment(ref fetches);
            return answer.Task;
        }))).ToArray();

        answer.SetResult(42);
        var values = await Task.WhenAll(callers);

        fetches.ShouldBe(1);
        values.ShouldAllBe(cached => cached.Value == 42 && !cached.IsStale);
    }

    [Fact]
    public async Task Caller_who_read_an_old_value_while_another_renewed_it_does_not_fetch_again()
    {
        await Get(Answer(1));
        _clock.Advance(Life);
        // The second caller has found the value too old and is about to join a flight, while the first one's flight starts and ends.
        _clock.OnNextReading = () => Get(Answer(2)).GetAwaiter().GetResult();

        var second = await Task.Run(() => Get(Answer(3)));

        second.Value.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_do_not_wait_for_each_other()
    {
        var slow = _cache.GetAsync("slow", Policy, _ => new TaskCompletionSource<int>().Task, CancellationToken.None);

        (await Get(Answer(1))).Value.ShouldBe(1);
        slow.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Caller_who_leaves_does_not_cancel_the_fetch_for_the_others()
    {
        var answer = new TaskCompletionSource<int>();
        var seen = CancellationToken.None;
        using var leaving = new CancellationTokenSource();
        Task<int> Fetch(CancellationToken token)
        {
            seen = token;
            return answer.Task;
        }

        var first = _cache.GetAsync("key", Policy, Fetch, leaving.Token);
        var second = Get(Fetch);
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        answer.SetResult(42);
        (await second).Value.ShouldBe(42);
        seen.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task Fetch_that_every_caller_left_still_fills_the_cache()
    {
        var answer = new TaskCompletionSource<int>();
        using var leaving = new CancellationTokenSource();
        var only = _cache.GetAsync("key", Policy, _ => answer.Task, leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(only);

        var later = Get(Answer(7));
        answer.SetResult(42);

        (await later).Value.ShouldBe(42);
    }

    [Fact]
    public async Task Failure_reaches_every_caller_and_is_not_kept()
    {
        var answer = new TaskCompletionSource<int>();
        var callers = Enumerable.Range(0, 10).Select(_ => Get(_ => answer.Task)).ToArray();
        answer.SetException(Failure(BinanceErrorKind.Timeout));

        foreach (var caller in callers)
        {
            (await Should.ThrowAsync<BinanceException>(caller)).Kind.ShouldBe(BinanceErrorKind.Timeout);
        }

        (await Get(Answer(1))).Value.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_that_throws_before_its_first_await_is_a_failure_like_any_other()
    {
        await Should.ThrowAsync<BinanceException>(Get(_ => throw Failure(BinanceErrorKind.Unavailable)));

        (await Get(Answer(1))).Value.ShouldBe(1);
    }

    [Fact]
    public async Task Value_is_as_old_as_its_question()
    {
        var asked = _clock.GetUtcNow();
        var answer = new TaskCompletionSource<int>();
        var started = new TaskCompletionSource();
        var caller = Get(_ =>
        {
            started.SetResult();
            return answer.Task;
        });
        await started.Task;
        _clock.Advance(TimeSpan.FromSeconds(4));
        answer.SetResult(1);

        (await caller).FetchedAt.ShouldBe(asked);
        _clock.Advance(Life - TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        (await Get(Answer(2))).Value.ShouldBe(1);
        _clock.Advance(TimeSpan.FromTicks(1));
        (await Get(Answer(2))).ShouldBe(new Cached<int>(2, asked + Life));
    }

    [Theory]
    [InlineData(BinanceErrorKind.RateLimited)]
    [InlineData(BinanceErrorKind.Banned)]
    [InlineData(BinanceErrorKind.Blocked)]
    [InlineData(BinanceErrorKind.Timeout)]
    [InlineData(BinanceErrorKind.Unavailable)]
    [InlineData(BinanceErrorKind.MalformedResponse)]
    [InlineData(BinanceErrorKind.RestrictedLocation)]
    public async Task While_the_exchange_fails_the_last_good_value_is_given_out_as_stale(BinanceErrorKind kind)
    {
        var good = await Get(Answer(1));
        _clock.Advance(Life);

        var stale = await Get(Fail(kind));

        stale.ShouldBe(good with { IsStale = true });
        _clock.Advance(FailurePause);
        (await Get(Answer(2))).ShouldBe(new Cached<int>(2, _clock.GetUtcNow()));
    }

    [Theory]
    [InlineData(BinanceErrorKind.InvalidRequest)]
    [InlineData(BinanceErrorKind.UnknownSymbol)]
    [InlineData(BinanceErrorKind.SymbolNotTrading)]
    public async Task Refusal_that_waiting_does_not_cure_is_not_papered_over(BinanceErrorKind kind)
    {
        await Get(Answer(1));
        _clock.Advance(Life);

        (await Should.ThrowAsync<BinanceException>(Get(Fail(kind)))).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Fault_of_our_own_is_not_papered_over()
    {
        await Get(Answer(1));
        _clock.Advance(Life);

        await Should.ThrowAsync<InvalidOperationException>(Get(_ => Task.FromException<int>(new InvalidOperationException("a bug"))));
    }

    [Fact]
    public async Task Failing_exchange_is_not_asked_again_at_once_when_there_is_a_value_to_give_out()
    {
        await Get(Answer(1));
        _clock.Advance(Life);
        await Get(Fail(BinanceErrorKind.Unavailable));
        _clock.Advance(FailurePause - TimeSpan.FromTicks(1));

        (await Get(Answer(2))).ShouldBe(new Cached<int>(1, _clock.GetUtcNow() - Life - FailurePause + TimeSpan.FromTicks(1), IsStale: true));

        _clock.Advance(TimeSpan.FromTicks(1));
        (await Get(Answer(2))).Value.ShouldBe(2);
    }

    [Fact]
    public async Task Slow_exchange_is_not_waited_for_long_when_there_is_a_value_to_give_out_and_its_answer_serves_the_next_caller()
    {
        await Get(Answer(1));
        _clock.Advance(Life);
        var answer = new TaskCompletionSource<int>();
        var caller = Get(_ => answer.Task);
        // The wait begins when the caller has joined the flight.
        while (!caller.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Yield();
        }

        (await caller).ShouldSatisfyAllConditions(given => given.Value.ShouldBe(1), given => given.IsStale.ShouldBeTrue());
        // Who comes next does not wait at all.
        (await Get(Answer(3))).ShouldSatisfyAllConditions(given => given.Value.ShouldBe(1), given => given.IsStale.ShouldBeTrue());
        answer.SetResult(2);
        Cached<int> next;
        while ((next = await Get(Answer(3))).Value == 1)
        {
            await Task.Yield();
        }

        next.ShouldSatisfyAllConditions(given => given.Value.ShouldBe(2), given => given.IsStale.ShouldBeFalse());
    }

    [Fact]
    public async Task Value_that_may_not_be_stale_is_not_given_out_when_the_exchange_fails()
    {
        var policy = Policy with { MayBeStale = false };
        await _cache.GetAsync("key", policy, Answer(1), CancellationToken.None);
        _clock.Advance(Life);

        await Should.ThrowAsync<BinanceException>(_cache.GetAsync("key", policy, Fail(BinanceErrorKind.Unavailable), CancellationToken.None));
    }

    [Fact]
    public async Task Refresh_comes_before_the_value_expires_and_callers_have_the_old_one_meanwhile()
    {
        await Get(Answer(1));
        _clock.Advance(Life - TimeSpan.FromSeconds(0.9));
        var answer = new TaskCompletionSource<int>();
        var refresh = Refresh(_ => answer.Task);

        (await Get(Answer(3))).ShouldSatisfyAllConditions(given => given.Value.ShouldBe(1), given => given.IsStale.ShouldBeFalse());
        answer.SetResult(2);
        (await refresh).Value.ShouldBe(2);
        (await Get(Answer(3))).Value.ShouldBe(2);
    }

    [Fact]
    public async Task Series_that_grows_at_fixed_times_is_not_refreshed_before_its_next_reading_is_out()
    {
        var hourly = CachePolicy.UntilNext(TimeSpan.FromHours(1), TimeSpan.Zero);
        await _cache.GetAsync("key", hourly, Answer(1), CancellationToken.None);
        var next = hourly.ExpiresAt(_clock.GetUtcNow());
        _clock.Advance(next - _clock.GetUtcNow() - TimeSpan.FromTicks(1));

        using (Refreshing.Begin())
        {
            (await _cache.GetAsync("key", hourly, Answer(2), CancellationToken.None)).Value.ShouldBe(1);
        }

        _clock.Advance(TimeSpan.FromTicks(1));
        (await _cache.GetAsync("key", hourly, Answer(3), CancellationToken.None)).Value.ShouldBe(3);
    }

    [Fact]
    public async Task Caller_who_joins_a_refresh_that_is_refused_asks_for_himself()
    {
        var refusal = new TaskCompletionSource<int>();
        var refresh = Refresh(_ => refusal.Task);
        var caller = Get(Answer(2));
        caller.IsCompleted.ShouldBeFalse();

        refusal.SetException(Failure(BinanceErrorKind.RateLimited));

        await Should.ThrowAsync<BinanceException>(refresh);
        (await caller).Value.ShouldBe(2);
    }

    [Fact]
    public async Task Caller_joins_a_refresh_that_is_under_way()
    {
        var answer = new TaskCompletionSource<int>();
        var refresh = Refresh(_ => answer.Task);
        var caller = Get(Answer(2));

        answer.SetResult(1);

        (await caller).Value.ShouldBe(1);
        (await refresh).Value.ShouldBe(1);
    }

    [Fact]
    public async Task Value_older_than_may_be_stale_is_never_given_out()
    {
        await Get(Answer(1));
        _clock.Advance(Life + StaleAge - TimeSpan.FromTicks(1));
        (await Get(Fail(BinanceErrorKind.Unavailable))).Value.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        await Should.ThrowAsync<BinanceException>(Get(Fail(BinanceErrorKind.Unavailable)));
    }

    [Fact]
    public async Task Value_that_passes_keep_during_the_fetch_is_not_given_out()
    {
        await Get(Answer(1));
        _clock.Advance(Life + StaleAge - TimeSpan.FromSeconds(1));
        var answer = new TaskCompletionSource<int>();
        var caller = Get(_ => answer.Task);
        _clock.Advance(TimeSpan.FromSeconds(1));
        answer.SetException(Failure(BinanceErrorKind.Timeout));

        await Should.ThrowAsync<BinanceException>(caller);
    }

    [Fact]
    public async Task Service_that_stops_finishes_what_callers_wait_for_and_ends_fetches_when_it_has_stopped()
    {
        var caller = Get(token => Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(_ => 1, token, TaskContinuationOptions.None, TaskScheduler.Default));
        caller.IsCompleted.ShouldBeFalse();

        _lifetime.StopApplication();
        caller.IsCompleted.ShouldBeFalse();
        (await _cache.GetAsync("other", Policy, Answer(1), CancellationToken.None)).Value.ShouldBe(1);

        _lifetime.EndStop();
        await Should.ThrowAsync<OperationCanceledException>(caller);
    }

    [Fact]
    public async Task Failure_after_every_caller_left_is_not_an_unobserved_exception()
    {
        const string Mark = nameof(Failure_after_every_caller_left_is_not_an_unobserved_exception);
        var unobserved = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs failure)
        {
            lock (unobserved)
            {
                unobserved.Add(failure.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LeaveThenFail(Mark);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        unobserved.Where(text => text.Contains(Mark, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task LeaveThenFail(string mark)
    {
        using var leaving = new CancellationTokenSource();
        var fail = new TaskCompletionSource();
        var caller = _cache.GetAsync<int>(
            "key",
            Policy,
            async _ =>
            {
                await fail.Task;
                throw new BinanceException(BinanceErrorKind.Unavailable, "/", mark);
            },
            leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(caller);
        fail.SetResult();
        // The next fetch can only start after the failed one has left.
        while ((await TryGet()) is null)
        {
        }
    }

    private async Task<Cached<int>?> TryGet()
    {
        try
        {
            return await Get(Answer(1));
        }
        catch (BinanceException)
        {
            return null;
        }
    }

    private Task<Cached<int>> Get(Func<CancellationToken, Task<int>> fetch) => _cache.GetAsync("key", Policy, fetch, CancellationToken.None);

    private async Task<Cached<int>> Refresh(Func<CancellationToken, Task<int>> fetch)
    {
        using var refreshing = Refreshing.Begin();
        return await Get(fetch);
    }

    private static Func<CancellationToken, Task<int>> Answer(int value) => _ => Task.FromResult(value);

    private static Func<CancellationToken, Task<int>> Fail(BinanceErrorKind kind) => _ => Task.FromException<int>(Failure(kind));

    private static BinanceException Failure(BinanceErrorKind kind) => new(kind, "/fapi/v1/time", "as the test wants it");

    private sealed class HookedClock : FakeTimeProvider
    {
        private Action? _onNextReading;

        public Action? OnNextReading
        {
            set => _onNextReading = value;
        }

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref _onNextReading, null)?.Invoke();
            return base.GetUtcNow();
        }
    }

    private sealed class StoppableLifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();
        private readonly CancellationTokenSource _stopped = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => _stopped.Token;

        public void StopApplication() => _stopping.Cancel();

        public void EndStop() => _stopped.Cancel();

        public void Dispose()
        {
            _stopping.Dispose();
            _stopped.Dispose();
        }
    }
}
