using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OmnipotentFutures.Binance;
using OmnipotentFutures.LiquidationHeatmap.Brackets;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Brackets;

/// <summary>The brackets as the service registers them, with a stub for Binance's hosts, a folder of its own and a clock that stands until it is moved.</summary>
internal sealed class BracketsUnderTest : IDisposable
{
    public const string Website = "http://website.test:5010";

    private readonly ServiceProvider _services;
    private readonly LogCollector _log = new();

    public BracketsUnderTest(string directory, params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Binance:BracketsUrl", Website), new("Binance:FuturesUrl", "http://futures.test"), new("Brackets:Directory", directory)])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.AddProvider(_log).AddFilter((category, _) => category?.StartsWith(nameof(OmnipotentFutures), StringComparison.Ordinal) == true));
        services.AddBinance();
        services.AddBrackets();
        foreach (var client in new[] { nameof(BinanceWebsiteClient), nameof(BinanceFuturesClient) })
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new Stub(this));
        }

        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    public long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>What the website answers; a forbidden page until it is set.</summary>
    public string? Answer { get; set; }

    /// <summary>Keeps the website from answering until it is done.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What the exchange says it is; null is Binance.</summary>
    public string? Paper { get; set; }

    /// <summary>How often the website was asked.</summary>
    public int Calls { get; private set; }

    public IReadOnlyCollection<string> Log => _log.Lines;

    private BracketsWatch Watch => _services.GetRequiredService<BracketsWatch>();

    /// <summary>What a start reads from disk.</summary>
    public Task LoadAsync() => Watch.LoadAsync(CancellationToken.None);

    /// <summary>One look of the watch.</summary>
    public Task LookAsync() => Watch.LookAsync(CancellationToken.None);

    public Task<ContractBrackets> GetAsync(string symbol, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<BracketDirectory>().GetAsync(symbol, cancellationToken);

    /// <summary>A call of the exchange, from whose answer it is known what it is.</summary>
    public Task AskExchangeAsync() => _services.GetRequiredService<BinanceFuturesClient>().GetTimeAsync(CancellationToken.None);

    public void Dispose() => _services.Dispose();

    private sealed class Stub(BracketsUnderTest owner) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isWebsite = request.RequestUri!.Authority == new Uri(Website).Authority || request.RequestUri.AbsolutePath.StartsWith("/bapi", StringComparison.Ordinal);
            if (isWebsite)
            {
                owner.Calls++;
                await owner.Hold;
            }

            var body = isWebsite ? owner.Answer : """{"serverTime":1}""";
            var response = new HttpResponseMessage(body is null ? HttpStatusCode.Forbidden : HttpStatusCode.OK)
            {
                Content = new StringContent(body ?? "<html></html>", Encoding.UTF8, "application/json"),
            };
            if (owner.Paper is { } paper)
            {
                response.Headers.Add(ExchangeSource.PaperHeader, paper);
            }

            return response;
        }
    }

    private sealed class LogCollector : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

        public void Dispose()
        {
        }
    }
}
