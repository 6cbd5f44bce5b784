using System.Diagnostics;
using System.Net.Sockets;

namespace OmnipotentFutures.Load.Generator;

/// <summary>What came of a run.</summary>
/// <param name="PerSecond">Answers with status 200 per second.</param>
/// <param name="Failed">Calls with another status, or none.</param>
/// <param name="Latencies">Of the good answers.</param>
internal sealed record LoadResult(double PerSecond, long Failed, LatencyHistogram Latencies);

/// <summary>Closed loop: every connection asks again as soon as it has its answer.</summary>
internal static class LoadRun
{
    private const int StackBytes = 256 * 1024;

    /// <summary>Loads one address for a fixed time.</summary>
    public static LoadResult Run(PreparedRequest request, int connections, TimeSpan duration)
    {
        var latencies = Enumerable.Range(0, connections).Select(_ => new LatencyHistogram()).ToArray();
        var failed = 0L;
        var started = 0L;
        // Timed from when every connection stands.
        using var ready = new Barrier(connections, _ => started = Stopwatch.GetTimestamp());
        OnThreads(connections, index =>
        {
            KeepAliveConnection? connection = null;
            try
            {
                connection = TryConnect(request, ref failed);
                ready.SignalAndWait();
                while (Stopwatch.GetElapsedTime(started) < duration)
                {
                    connection = Exchange(connection ?? TryConnect(request, ref failed), latencies[index], ref failed);
                }
            }
            finally
            {
                connection?.Dispose();
            }
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        var all = new LatencyHistogram();
        foreach (var part in latencies)
        {
            all.Add(part);
        }

        return new LoadResult(all.Count / seconds, failed, all);
    }

    /// <summary>One call on each of many connections, all at the same moment.</summary>
    public static LoadResult Volley(PreparedRequest request, int callers)
    {
        var latencies = new LatencyHistogram();
        var failed = 0L;
        var started = 0L;
        using var ready = new Barrier(callers, _ => started = Stopwatch.GetTimestamp());
        OnThreads(callers, _ =>
        {
            using var connection = TryConnect(request, ref failed);
            ready.SignalAndWait();
            if (connection is not null)
            {
                var own = new LatencyHistogram();
                Exchange(connection, own, ref failed);
                lock (latencies)
                {
                    latencies.Add(own);
                }
            }
        });
        return new LoadResult(latencies.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, failed, latencies);
    }

    // The connection if it can be used again.
    private static KeepAliveConnection? Exchange(KeepAliveConnection? connection, LatencyHistogram latencies, ref long failed)
    {
        try
        {
            var asked = Stopwatch.GetTimestamp();
            if (connection?.Exchange() == 200)
            {
                latencies.Add(Stopwatch.GetElapsedTime(asked));
            }
            else if (connection is not null)
            {
                Interlocked.Increment(ref failed);
            }

            return connection;
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            Interlocked.Increment(ref failed);
            connection!.Dispose();
            return null;
        }
    }

    private static KeepAliveConnection? TryConnect(PreparedRequest request, ref long failed)
    {
        try
        {
            return new KeepAliveConnection(request);
        }
        catch (SocketException)
        {
            Interlocked.Increment(ref failed);
            return null;
        }
    }

    private static void OnThreads(int count, Action<int> work)
    {
        var threads = Enumerable.Range(0, count).Select(index => new Thread(() => work(index), StackBytes)).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }
    }
}
