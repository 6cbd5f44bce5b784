using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace OmnipotentFutures.Gateway.Tests.Support;

/// <summary>A real HTTP server in place of a service behind the gateway. It remembers the head of every request it was sent.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private StandIn(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null).UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context =>
        {
            _seen.Enqueue(new SeenRequest(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return handler(context);
        });
    }

    public string Url => _app.Urls.Single();

    public IReadOnlyCollection<SeenRequest> Seen => _seen;

    public SeenRequest OnlyRequest => _seen.ShouldHaveSingleItem();

    public static async Task<StandIn> StartAsync(RequestDelegate? handler = null)
    {
        var standIn = new StandIn(handler ?? (_ => Task.CompletedTask));
        await standIn._app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request as the service behind the gateway received it.</summary>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers);
