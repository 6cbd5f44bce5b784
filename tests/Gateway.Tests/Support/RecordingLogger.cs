using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Gateway.Forwarding;

namespace OmnipotentFutures.Gateway.Tests.Support;

/// <summary>The forwarder's log lines, in order, to be awaited: some are written after the caller has gone.</summary>
internal sealed class RecordingLogger : ILogger<Forwarder>
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public async Task<string> NextAsync() => await _lines.Reader.ReadAsync().AsTask().WaitAsync(RunningGateway.Patience);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite($"{logLevel}: {formatter(state, exception)}");
}
