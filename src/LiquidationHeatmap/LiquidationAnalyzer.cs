using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Gathers a contract's history and present price, and has the model read them.</summary>
internal sealed class LiquidationAnalyzer(BinanceFuturesClient futures, SingleFlightCache cache, ExchangeSource source, MarketHistory history)
    : IAnalyzer<LiquidationReport>
{
    private static readonly CachePolicy PricePolicy = new(Fresh: TimeSpan.FromSeconds(2), Keep: TimeSpan.FromMinutes(10));
    private readonly BookParameters parameters = BookParameters.Default;

    /// <inheritdoc/>
    public async Task<LiquidationReport> AnalyzeAsync(FuturesSymbol symbol, Language language, CancellationToken cancellationToken)
    {
        var premiumTask = cache.GetAsync(
            $"premium-index/{symbol.Symbol}", PricePolicy, token => futures.GetPremiumIndexAsync(symbol.Symbol, token), cancellationToken);
        var historyTask = history.GetAsync(symbol.Symbol, cancellationToken);
        await Task.WhenAll(premiumTask, historyTask);

        var premium = await premiumTask;
        var past = await historyTask;
        var (ladder, brackets) = BuiltInBrackets.For(symbol.Symbol);
        var input = new LiquidationInput(symbol, premium.Value, past, ladder, brackets);
        var assessment = input is { HasOpenInterest: true, Price: { } price } ? HeatmapAssessment.Of(parameters, ladder, past.Bars, (double)price) : null;

        var writer = new LiquidationReportWriter(input, parameters, language);
        var meta = AnalysisMeta.Describe(
            source.Name,
            premium.Value.Time,
            premium.IsStale || past.IsStale,
            BookParameters.Version,
            input.MissingInputs,
            writer.Warnings(),
            language);
        return writer.Write(assessment, meta);
    }
}
