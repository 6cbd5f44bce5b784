namespace OmnipotentFutures.Binance.Tests;

/// <summary>The exchange as a primary handler: answers what a test has registered, throws on anything else, counts what it was asked.</summary>
internal sealed class StubExchange : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> _answers = [];
    private readonly List<Uri> _requests = [];

    /// <summary>Addresses that were asked for, in order.</summary>
    public IReadOnlyList<Uri> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Registers answers for a path with its query; the last one is repeated.</summary>
    public void On(string pathAndQuery, params Func<CancellationToken, Task<HttpResponseMessage>>[] inOrder)
    {
        lock (_gate)
        {
            _answers[pathAndQuery] = new(inOrder);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (_gate)
        {
            if (!_answers.TryGetValue(url.PathAndQuery, out var queue))
            {
                throw new InvalidOperationException($"Nobody registered an answer for {request.Method} {url.PathAndQuery}.");
            }

            _requests.Add(url);
            answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        }

        return answer(cancellationToken);
    }
}
