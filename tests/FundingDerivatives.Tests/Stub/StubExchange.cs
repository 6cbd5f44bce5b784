using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OmnipotentFutures.FundingDerivatives.Tests.Stub;

/// <summary>Answers Binance's paths with what a test sets. A path that nothing is set for is a 400 of Binance's own form.</summary>
internal sealed class StubExchange : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Answer> _answers = new();
    private readonly ConcurrentQueue<string> _calls = new();
    private Gate? _gate;

    private StubExchange()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Url => _app.Urls.Single();

    /// <summary>The exchange's clock, Unix ms.</summary>
    public Func<long> Clock { get; set; } = () => BinanceSamples.Time;

    /// <summary>Path and query of every call so far, decoded.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>Says in every answer that it is a paper exchange of this kind; null says nothing.</summary>
    public string? Paper { get; set; }

    public static async Task<StubExchange> StartAsync()
    {
        var exchange = new StubExchange();
        await exchange._app.StartAsync();
        return exchange;
    }

    /// <summary>Sets the answer of a path, of a path and symbol (or pair), or of a path, symbol and period: <c>/fapi/v1/premiumIndex</c>,
    /// <c>/fapi/v1/premiumIndex BTCUSDT</c> or <c>/futures/data/openInterestHist BTCUSDT 5m</c>.</summary>
    public void Set(string key, string body, int status = 200, string type = "application/json", int? retryAfter = null) =>
        _answers[key] = new(body, status, type, retryAfter);

    public int CallsOf(string path) => _calls.Count(call => call.Split('?')[0] == path);

    /// <summary>From now on no answer of these paths is given before all of them have been asked.</summary>
    public void HoldUntilAllAsked(params string[] paths) => _gate = new Gate([.. paths], opens: true);

    /// <summary>From now on these paths are not answered.</summary>
    /// <returns>Done when all of them have been asked.</returns>
    public Task Silence(params string[] paths) => (_gate = new Gate([.. paths], opens: false)).AllAsked;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var symbol = $"{context.Request.Query["symbol"]}{context.Request.Query["pair"]}";
        _calls.Enqueue(path + Uri.UnescapeDataString(context.Request.QueryString.Value!));
        if (_gate is { } holding)
        {
            await holding.PassAsync(path, context.RequestAborted);
        }

        var answer = _answers.GetValueOrDefault($"{path} {symbol} {context.Request.Query["period"]}") ?? _answers.GetValueOrDefault($"{path} {symbol}") ?? _answers.GetValueOrDefault(path)
            ?? (path == BinanceSamples.ServerTime ? new Answer($$"""{"serverTime":{{Clock()}}}""", 200, "application/json", null) : null)
            ?? new("""{"code":-1121,"msg":"Invalid symbol."}""", 400, "application/json", null);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Type;
        if (Paper is { } kind)
        {
            context.Response.Headers["X-Paper-Exchange"] = kind;
        }

        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private sealed record Answer(string Body, int Status, string Type, int? RetryAfter);

    private sealed class Gate(HashSet<string> waitingFor, bool opens)
    {
        private readonly HashSet<string> _paths = [.. waitingFor];
        private readonly TaskCompletionSource _allAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();

        public Task AllAsked => _allAsked.Task;

        public Task PassAsync(string path, CancellationToken cancellationToken)
        {
            if (!_paths.Contains(path))
            {
                return Task.CompletedTask;
            }

            lock (_gate)
            {
                waitingFor.Remove(path);
                if (waitingFor.Count == 0)
                {
                    _allAsked.TrySetResult();
                }
            }

            return opens ? AllAsked.WaitAsync(cancellationToken) : Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
