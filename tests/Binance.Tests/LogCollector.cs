using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>Keeps what the budget tells an operator.</summary>
internal sealed class LogCollector : ILogger<RateBudget>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
}
