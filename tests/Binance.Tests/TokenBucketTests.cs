using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance.Tests;

public sealed class TokenBucketTests
{
    private const int Capacity = 10;
    private const double PerSecond = 2;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly TokenBucket _bucket;

    public TokenBucketTests() => _bucket = new TokenBucket(Capacity, PerSecond, _clock);

    [Fact]
    public void Full_bucket_gives_all_it_holds_without_a_wait()
    {
        _bucket.TryTake(Capacity, TimeSpan.Zero, out var wait).ShouldBeTrue();

        wait.ShouldBe(TimeSpan.Zero);
        _bucket.Left.ShouldBe(0);
    }

    [Fact]
    public void Empty_bucket_says_when_the_tokens_will_be_there()
    {
        _bucket.TryTake(Capacity, TimeSpan.Zero, out _);

        _bucket.TryTake(3, TimeSpan.FromSeconds(1.499), out var wait).ShouldBeFalse();
        wait.ShouldBe(TimeSpan.FromSeconds(1.5));
        _bucket.TryTake(3, TimeSpan.FromSeconds(1.5), out wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public void Callers_wait_behind_each_other()
    {
        _bucket.TryTake(Capacity, TimeSpan.Zero, out _);
        _bucket.TryTake(4, Window, out var first);
        _bucket.TryTake(1, Window, out var second);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _bucket.TryTake(1, Window, out var third);

        (first, second, third).ShouldBe((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Refused_caller_takes_nothing()
    {
        _bucket.TryTake(Capacity - 1, TimeSpan.Zero, out _);

        _bucket.TryTake(2, TimeSpan.Zero, out _).ShouldBeFalse();
        _bucket.TryTake(1, TimeSpan.Zero, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 10)]
    [InlineData(3600, 10)]
    public void Tokens_flow_in_up_to_the_capacity(double seconds, int left)
    {
        _bucket.TryTake(Capacity, TimeSpan.Zero, out _);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        _bucket.Left.ShouldBe(left);
    }

    [Fact]
    public void Tokens_given_back_can_be_taken_again_but_never_overflow()
    {
        _bucket.TryTake(6, TimeSpan.Zero, out _);
        _bucket.Return(4);
        _bucket.Left.ShouldBe(8);

        _bucket.Return(100);
        _bucket.Left.ShouldBe(Capacity);
    }

    [Theory]
    [InlineData(20, 10)]
    [InlineData(4, 4)]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    public void Lowering_only_ever_takes_away(int most, int left)
    {
        _bucket.LowerTo(most);

        _bucket.Left.ShouldBe(left);
    }

    [Property]
    public Property No_window_sees_more_than_the_capacity_and_what_flows_in_during_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Cost, ushort PauseMs)[]>(), calls =>
        {
            var time = new FakeTimeProvider();
            var tokens = new TokenBucket(Capacity, PerSecond, time);
            List<(DateTimeOffset At, int Cost)> sent = [];
            foreach (var (cost, pause) in calls)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause / 16));
                var count = 1 + (cost % Capacity);
                if (tokens.TryTake(count, Window, out var wait))
                {
                    sent.Add((time.GetUtcNow() + wait, count));
                }
            }

            // The windows that open with a call are the fullest. Half a token forgives the arithmetic.
            return sent.All(first => sent.Where(call => call.At >= first.At && call.At < first.At + Window).Sum(call => call.Cost) <= Capacity + (PerSecond * Window.TotalSeconds) + 0.5);
        });
}
