using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>An exchange of a few contracts in this process that answers, or fails, as a test wants.</summary>
internal sealed class StubExchange : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _calls = new();
    private volatile RequestDelegate _answer;

    private StubExchange(RequestDelegate answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            _calls.Enqueue(context.Request.Path);
            return _answer(context);
        });
    }

    public string Url => _app.Urls.Single();

    /// <summary>Paths of the calls so far.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    public static async Task<StubExchange> StartAsync(RequestDelegate? answer = null)
    {
        var exchange = new StubExchange(answer ?? ExchangeAnswers.Well);
        await exchange._app.StartAsync();
        return exchange;
    }

    public void Answer(RequestDelegate next) => _answer = next;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
