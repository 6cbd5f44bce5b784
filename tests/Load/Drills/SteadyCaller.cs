using System.Diagnostics;
using System.Text.Json;

namespace OmnipotentFutures.Load.Drills;

/// <summary>One caller who asks for the same analysis every 50 ms and notes what it is told.</summary>
internal sealed class SteadyCaller(Uri address) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _backAt;
    private long _newest;

    /// <summary>Ends with the first good answer.</summary>
    public Task FirstAnswer => _first.Task;

    public int Asked { get; private set; }

    public int Failed { get; private set; }

    public int Stale { get; private set; }

    /// <summary>From now on a fresh answer is what the caller waits for.</summary>
    public void ExchangeIsBack() => Volatile.Write(ref _backAt, Stopwatch.GetTimestamp());

    /// <summary>Asks until an answer is fresh and newer than all before it, after stale ones and after the exchange is back.</summary>
    /// <returns>Time since the exchange is back; null when it took longer than two minutes in all.</returns>
    public async Task<TimeSpan?> AskUntilFreshAgainAsync(CancellationToken cancellationToken)
    {
        Loopback.EndPointOf(address);
        using var timer = new PeriodicTimer(Pause);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Limit && await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (await IsFreshAgainAsync(cancellationToken) && Volatile.Read(ref _backAt) is > 0 and var back)
            {
                return Stopwatch.GetElapsedTime(back);
            }
        }

        return null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsFreshAgainAsync(CancellationToken cancellationToken)
    {
        Asked++;
        using var response = await _http.GetAsync(address, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            Failed++;
            return false;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var meta = json.RootElement.GetProperty("data").GetProperty("meta");
        var (isStale, asOf) = (meta.GetProperty("stale").GetBoolean(), meta.GetProperty("as_of").GetInt64());
        var isNew = asOf > _newest;
        _newest = Math.Max(_newest, asOf);
        Stale += isStale ? 1 : 0;
        _first.TrySetResult();
        return Stale > 0 && !isStale && isNew;
    }
}
