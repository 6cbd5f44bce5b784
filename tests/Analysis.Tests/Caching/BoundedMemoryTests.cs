using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Caching;

namespace OmnipotentFutures.Analysis.Tests.Caching;

public sealed class BoundedMemoryTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly BoundedMemory _memory = new(Options.Create(new CacheOptions { Megabytes = 8 }));

    public void Dispose() => _memory.Dispose();

    [Fact]
    public void What_is_kept_never_exceeds_the_room_and_the_newcomer_is_always_kept()
    {
        for (var i = 0; i < 100; i++)
        {
            _memory.Set($"key-{i}", "value", Megabyte, isCheap: false, Day);

            _memory.TryGet<string>($"key-{i}", out _).ShouldBeTrue();
            _memory.Bytes.ShouldBeLessThanOrEqualTo(8 * Megabyte);
        }
    }

    [Fact]
    public void What_was_used_least_recently_goes_first()
    {
        _memory.Set("used", "value", Megabyte, isCheap: false, Day);
        for (var i = 0; i < 30; i++)
        {
            _memory.Set($"key-{i}", "value", Megabyte, isCheap: false, Day);
            _memory.TryGet<string>("used", out _).ShouldBeTrue();
        }

        _memory.TryGet<string>("key-0", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_is_larger_than_all_the_room_is_not_kept()
    {
        _memory.Set("huge", "value", 9 * Megabyte, isCheap: false, Day);

        _memory.TryGet<string>("huge", out _).ShouldBeFalse();
    }

    [Fact]
    public void Entry_takes_the_place_of_another_of_its_key()
    {
        for (var i = 0; i < 20; i++)
        {
            _memory.Set("key", $"value-{i}", Megabyte, isCheap: false, Day);
        }

        _memory.TryGet<string>("key", out var value).ShouldBeTrue();
        value.ShouldBe("value-19");
        _memory.Bytes.ShouldBeLessThan(2 * Megabyte);
    }

    [Fact]
    public void What_is_made_without_asking_the_exchange_goes_before_what_must_be_asked_for()
    {
        _memory.Set("asked", "value", Megabyte, isCheap: false, Day);
        for (var i = 0; i < 30; i++)
        {
            _memory.Set($"made-{i}", "value", Megabyte, isCheap: true, Day);
        }

        _memory.TryGet<string>("asked", out _).ShouldBeTrue();
    }
}
