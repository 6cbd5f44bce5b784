using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>An exchange of a few contracts in this process that answers, or fails, as a test wants.</summary>
internal sealed class StubExchange : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> calls = new();
    private volatile RequestDelegate answer;

    private StubExchange(RequestDelegate answer)
    {
        this.answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            calls.Enqueue(context.Request.Path);
            return this.answer(context);
        });
    }

    public string Url => app.Urls.Single();

    /// <summary>Paths of the calls so far.</summary>
    public IReadOnlyCollection<string> Calls => calls;

    public static async Task<StubExchange> StartAsync(RequestDelegate? answer = null)
    {
        var exchange = new StubExchange(answer ?? ExchangeAnswers.Well);
        await exchange.app.StartAsync();
        return exchange;
    }

    public void Answer(RequestDelegate next) => answer = next;

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
