using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.Analysis.Tests.Caching;

public sealed class SingleFlightCacheTests : IDisposable
{
    private static readonly CachePolicy Policy = new(Fresh: TimeSpan.FromSeconds(10), Keep: TimeSpan.FromHours(1));

    private readonly HookedClock _clock = new();
    private readonly StoppableLifetime _lifetime = new();
    private readonly SingleFlightCache _cache;

    public SingleFlightCacheTests() => _cache = new SingleFlightCache(_clock, _lifetime);

    public void Dispose()
    {
        _cache.Dispose();
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
        _clock.Advance(Policy.Fresh);
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
        _clock.Advance(Policy.Fresh - TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        (await Get(Answer(2))).Value.ShouldBe(1);
        _clock.Advance(TimeSpan.FromTicks(1));
        (await Get(Answer(2))).ShouldBe(new Cached<int>(2, asked + Policy.Fresh));
    }

    [Theory]
    [InlineData(BinanceErrorKind.RateLimited)]
    [InlineData(BinanceErrorKind.Banned)]
    [InlineData(BinanceErrorKind.Blocked)]
    [InlineData(BinanceErrorKind.Timeout)]
    [InlineData(BinanceErrorKind.Unavailable)]
    [InlineData(BinanceErrorKind.MalformedResponse)]
    public async Task While_the_exchange_fails_the_last_good_value_is_given_out_as_stale(BinanceErrorKind kind)
    {
        var good = await Get(Answer(1));
        _clock.Advance(Policy.Fresh);

        var stale = await Get(Fail(kind));

        stale.ShouldBe(good with { IsStale = true });
        (await Get(Answer(2))).ShouldBe(new Cached<int>(2, _clock.GetUtcNow()));
    }

    [Theory]
    [InlineData(BinanceErrorKind.InvalidRequest)]
    [InlineData(BinanceErrorKind.UnknownSymbol)]
    [InlineData(BinanceErrorKind.SymbolNotTrading)]
    [InlineData(BinanceErrorKind.RestrictedLocation)]
    public async Task Refusal_that_waiting_does_not_cure_is_not_papered_over(BinanceErrorKind kind)
    {
        await Get(Answer(1));
        _clock.Advance(Policy.Fresh);

        (await Should.ThrowAsync<BinanceException>(Get(Fail(kind)))).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Fault_of_our_own_is_not_papered_over()
    {
        await Get(Answer(1));
        _clock.Advance(Policy.Fresh);

        await Should.ThrowAsync<InvalidOperationException>(Get(_ => Task.FromException<int>(new InvalidOperationException("a bug"))));
    }

    [Fact]
    public async Task Value_older_than_keep_is_never_given_out()
    {
        await Get(Answer(1));
        _clock.Advance(Policy.Keep - TimeSpan.FromTicks(1));
        (await Get(Fail(BinanceErrorKind.Unavailable))).Value.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        await Should.ThrowAsync<BinanceException>(Get(Fail(BinanceErrorKind.Unavailable)));
    }

    [Fact]
    public async Task Value_that_passes_keep_during_the_fetch_is_not_given_out()
    {
        await Get(Answer(1));
        _clock.Advance(Policy.Keep - TimeSpan.FromSeconds(1));
        var answer = new TaskCompletionSource<int>();
        var caller = Get(_ => answer.Task);
        _clock.Advance(TimeSpan.FromSeconds(1));
        answer.SetException(Failure(BinanceErrorKind.Timeout));

        await Should.ThrowAsync<BinanceException>(caller);
    }

    [Fact]
    public async Task Stop_of_the_service_ends_running_fetches()
    {
        var caller = Get(token => Task.Delay(Timeout.InfiniteTimeSpan, token).ContinueWith(_ => 1, token, TaskContinuationOptions.None, TaskScheduler.Default));
        caller.IsCompleted.ShouldBeFalse();

        _lifetime.StopApplication();

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

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
