using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Gathers a contract's history and present price, has the model read them, and keeps what it read for as long as the price is fresh.</summary>
internal sealed class LiquidationAnalyzer(
    BinanceFuturesClient futures, SingleFlightCache cache, ExchangeSource source, MarketHistory history, BracketDirectory directory, TimeProvider clock)
    : IAnalyzer<LiquidationReport>
{
    private static readonly CachePolicy Policy = new(Fresh: TimeSpan.FromSeconds(5), Keep: TimeSpan.FromMinutes(10));
    private readonly BookParameters _parameters = BookParameters.Default;

    /// <inheritdoc/>
    public async Task<LiquidationReport> AnalyzeAsync(FuturesSymbol symbol, Language language, CancellationToken cancellationToken)
    {
        var cached = await cache.GetAsync($"assessment/{symbol.Symbol}", Policy, token => AssessAsync(symbol, token), cancellationToken);
        var (input, assessment) = cached.Value;
        var writer = new LiquidationReportWriter(input, _parameters, language);
        var meta = AnalysisMeta.Describe(
            source.Name,
            input.AsOf,
            cached.IsStale || input.History.IsStale,
            BookParameters.Version,
            input.MissingInputs,
            writer.Warnings(),
            language);
        return writer.Write(assessment, meta);
    }

    private async Task<(LiquidationInput Input, HeatmapAssessment? Assessment)> AssessAsync(FuturesSymbol symbol, CancellationToken cancellationToken)
    {
        var premium = GetPremiumIndexAsync(symbol.Symbol, cancellationToken);
        var past = history.GetAsync(symbol.Symbol, cancellationToken);
        var brackets = directory.GetAsync(symbol.Symbol, cancellationToken);
        await Task.WhenAll(premium, past, brackets);

        var input = new LiquidationInput(symbol, await premium, clock.GetUtcNow().ToUnixTimeMilliseconds(), await past, await brackets);
        return (input, input is { HasOpenInterest: true, Price: { } price }
            ? Assess(input, (double)price)
            : null);
    }

    private HeatmapAssessment Assess(LiquidationInput input, double price)
    {
        var replay = new BookReplay(LiquidationBook.For(_parameters, input.Brackets.Ladder, input.History.Bars));
        foreach (var bar in input.History.Bars)
        {
            replay.Advance(bar);
        }

        return HeatmapAssessment.Of(replay, _parameters, input.History.Bars, price);
    }

    private async Task<PremiumIndex?> GetPremiumIndexAsync(string symbol, CancellationToken cancellationToken)
    {
        try
        {
            return await futures.GetPremiumIndexAsync(symbol, cancellationToken);
        }
        catch (BinanceException failure) when (failure.MeansNoData)
        {
            return null;
        }
    }
}
