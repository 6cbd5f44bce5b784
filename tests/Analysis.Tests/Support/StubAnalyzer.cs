using System.Text.Json.Serialization;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Analysis.Tests.Support;

/// <summary>Report of <see cref="StubAnalyzer"/>.</summary>
internal sealed record StubReport(string Symbol, string Language, decimal? MarkPrice);

/// <summary>Asks for one price. SLOWUSDT never ends, BUGUSDT fails by a fault of its own.</summary>
internal sealed class StubAnalyzer(BinanceFuturesClient futures, SingleFlightCache cache, TimeProvider clock) : IAnalyzer<StubReport>
{
    public const string Bug = "secret-of-the-bug";

    private int _made;

    /// <summary>How long a price lives. Unless a test says otherwise the exchange is asked each time, so that it shows what it answers now.</summary>
    public TimeSpan Life { get; set; }

    /// <summary>Reports made so far.</summary>
    public int Made => _made;

    /// <summary>Set when the analysis of SLOWUSDT has begun.</summary>
    public TaskCompletionSource SlowBegan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when the analysis of SLOWUSDT was told to end.</summary>
    public TaskCompletionSource SlowEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<StubReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken)
    {
        switch (symbol.Symbol)
        {
            case "SLOWUSDT":
                SlowBegan.TrySetResult();
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
                }
                finally
                {
                    SlowEnded.TrySetResult();
                }

                break;
            case "BUGUSDT":
                throw new InvalidOperationException(Bug);
        }

        var price = await cache.GetAsync($"price/{symbol.Symbol}", CachePolicy.For(Life) with { MayBeStale = false }, token => futures.GetPremiumIndexAsync(symbol.Symbol, token), cancellationToken);
        Interlocked.Increment(ref _made);
        return new StubReport(symbol.Symbol, query.Language.Code(), price.Value.MarkPrice);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AnalysisResponse<StubReport>))]
[JsonSerializable(typeof(BatchResponse<StubReport>))]
internal sealed partial class StubJsonContext : JsonSerializerContext;
