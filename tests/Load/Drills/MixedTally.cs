using System.Text.Json;
using OmnipotentFutures.Load.Generator;

namespace OmnipotentFutures.Load.Drills;

/// <summary>Sends the crowd's requests and counts what came of them.</summary>
internal sealed class MixedTally(HttpClient http)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);

    public int Sent { get; private set; }

    public int Stale { get; private set; }

    public LatencyHistogram Latencies { get; } = new();

    public int Failed
    {
        get
        {
            lock (_lock)
            {
                return _failures.Values.Sum();
            }
        }
    }

    /// <summary>Failures by what they were, such as <c>502 upstream_unavailable</c>.</summary>
    public string Failures
    {
        get
        {
            lock (_lock)
            {
                return string.Join(", ", _failures.Select(failure => $"{failure.Key}: {failure.Value}"));
            }
        }
    }

    /// <summary>Sends one and notes its outcome. Never throws for an answer that is missing or bad: that is what is counted.</summary>
    public async Task SendAsync(MixedRequest request, CancellationToken cancellationToken)
    {
        var asked = System.Diagnostics.Stopwatch.GetTimestamp();
        string? failure;
        var isStale = false;
        try
        {
            using var message = request.Create();
            using var response = await http.SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            failure = FailureOf(request, (int)response.StatusCode, body);
            isStale = body.AsSpan().IndexOf("\"stale\":true"u8) >= 0;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            failure = broken.GetType().Name;
        }

        lock (_lock)
        {
            Sent++;
            Stale += isStale ? 1 : 0;
            Latencies.Add(System.Diagnostics.Stopwatch.GetElapsedTime(asked));
            if (failure is not null)
            {
                _failures[failure] = _failures.GetValueOrDefault(failure) + 1;
            }
        }
    }

    private static string? FailureOf(MixedRequest request, int status, byte[] body) => request switch
    {
        { IsRubbish: true } => status is >= 400 and < 500 ? null : $"{status} for rubbish",
        _ when status is < 200 or > 299 => $"{status} {CodeOf(body)}",
        { IsBatch: true } => FailedEntry(body),
        _ => null,
    };

    private static string CodeOf(byte[] body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.GetProperty("code").GetString()!;
        }
        catch (Exception unexpected) when (unexpected is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "without a code";
        }
    }

    private static string? FailedEntry(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("data").GetProperty("results").EnumerateArray()
            .Where(result => !result.GetProperty("success").GetBoolean())
            .Select(result => $"batch entry {result.GetProperty("error").GetProperty("code").GetString()}")
            .FirstOrDefault();
    }
}
