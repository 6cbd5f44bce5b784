using System.Diagnostics;
using System.Globalization;
using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>A mixed crowd at the gateway, first with a good exchange so that there are last good data, then with one that fails a third of the time.</summary>
internal static class MixedDrill
{
    private static readonly TimeSpan Clean = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> RunAsync(MixedPlan plan, CancellationToken cancellationToken)
    {
        using var suite = await ProcessSuite.StartAsync(watched: 10, cancellationToken);
        using var http = new HttpClient { BaseAddress = suite.Gateway.Address, Timeout = TimeSpan.FromSeconds(30) };
        var requests = new MixedRequests();

        var clean = new MixedTally(http);
        var began = Stopwatch.GetTimestamp();
        foreach (var request in MixedRequests.EverythingOnce())
        {
            await clean.SendAsync(request, cancellationToken);
        }

        await LoadAsync(clean, requests, plan.PerSecond, Clean - Stopwatch.GetElapsedTime(began), _ => { }, cancellationToken);

        await suite.Control.BreakAsync(new { kind = "status", status = 503, share = 1.0 / 3 }, cancellationToken);
        if (plan.LatencyMs > 0)
        {
            await suite.Control.BreakAsync(new { kind = "latency", latency_ms = plan.LatencyMs, share = 0.5 }, cancellationToken);
        }

        var failing = new MixedTally(http);
        var memory = suite.Services.Select(service => new MemoryTrack(service)).ToArray();
        var length = TimeSpan.FromMinutes(plan.Minutes);
        await LoadAsync(failing, requests, plan.PerSecond, length, at => Array.ForEach(memory, track => track.Sample(at)), cancellationToken);

        return [.. Answers(clean, failing, plan), .. Limits(await suite.Control.ScopesAsync(cancellationToken)), .. memory.SelectMany(track => track.Figures())];
    }

    // Open loop: a request is sent when its time has come, however many are still under way.
    private static async Task LoadAsync(
        MixedTally tally, MixedRequests requests, int perSecond, TimeSpan length, Action<TimeSpan> sample, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var started = Stopwatch.GetTimestamp();
        var sampled = -Sampling;
        List<Task> underWay = [];
        var sent = 0;
        for (var now = TimeSpan.Zero; now < length; now = Stopwatch.GetElapsedTime(started))
        {
            // A timer that was late owes what it missed.
            for (; sent < now.TotalSeconds * perSecond; sent++)
            {
                underWay.Add(tally.SendAsync(requests.Next(), cancellationToken));
            }

            if (now - sampled >= Sampling)
            {
                sample(now);
                sampled = now;
                underWay.RemoveAll(task => task.IsCompletedSuccessfully);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        await Task.WhenAll(underWay);
        sample(length);
    }

    private static IEnumerable<Figure> Answers(MixedTally clean, MixedTally failing, MixedPlan plan)
    {
        yield return new("mixed, clean minute: failed answers", clean.Failed, Bound.AtMost(0), Beside: $"of {clean.Sent}; {clean.Failures}");
        yield return new(
            "mixed, exchange failing a third of the time: failed answers, %", 100.0 * failing.Failed / failing.Sent, Bound.AtMost(0.1), Bound.AtMost(0),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{failing.Failed} of {failing.Sent} in {plan.Minutes} min, latency added {plan.LatencyMs} ms; {failing.Stale} stale, p50 {failing.Latencies.Quantile(.5):0.0} ms, p99 {failing.Latencies.Quantile(.99):0} ms; {failing.Failures}"));
    }

    private static IEnumerable<Figure> Limits(IReadOnlyList<ScopeReading> scopes)
    {
        var highest = scopes.MaxBy(scope => scope.PeakShare)!;
        yield return new(
            "mixed: highest share of an exchange limit, %", 100 * highest.PeakShare, Bound.AtMost(60),
            Beside: string.Join(", ", scopes.Select(scope => string.Create(CultureInfo.InvariantCulture, $"{scope.Name} {scope.PeakShare:0%}"))));
        yield return new("mixed: refusals (429) by the exchange's own limits", scopes.Sum(scope => scope.Refused), Bound.AtMost(0));
        yield return new("mixed: bans", scopes.Sum(scope => scope.Banned), Bound.AtMost(0));
    }
}
