using Microsoft.AspNetCore.Builder;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>A service that can be stopped and started again at the same address.</summary>
/// <param name="build">Composes it from a command line.</param>
/// <param name="settings">More of the command line.</param>
public sealed class Service(Func<string[], WebApplication> build, params IReadOnlyList<string> settings) : IAsyncDisposable
{
    private WebApplication? _running;

    /// <summary>Where it listens, or did.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public async Task StartAsync()
    {
        _running = build([$"--urls={Address}", .. settings]);
        await _running.StartAsync();
        Address = new Uri(_running.Urls.Single());
    }

    public async Task StopAsync()
    {
        if (_running is { } running)
        {
            _running = null;
            await running.StopAsync();
            await running.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
