using OmnipotentFutures.Analysis;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>The liquidation heatmap service.</summary>
public static class LiquidationHeatmapService
{
    /// <summary>What the service is called and where it listens.</summary>
    public static readonly ServiceIdentity Identity = new(
        "liquidation-heatmap",
        "Liquidation heatmap",
        5013,
        "Estimated liquidation levels of Binance USDⓈ-M futures, from the history of open interest and the exchange's margin arithmetic.");

    /// <summary>Composes the service.</summary>
    /// <param name="args">Command line, read as configuration.</param>
    /// <returns>The service, ready to run.</returns>
    public static WebApplication Build(params string[] args)
    {
        var builder = ServiceHost.CreateBuilder(Identity, args);
        builder.Services.AddAnalysis<LiquidationAnalyzer, LiquidationReport>();
        builder.Services.AddAnalyzer<HeatmapAnalyzer, HeatmapReport>();
        builder.Services.AddAnalyzer<LiveAnalyzer, LiveReport>();
        builder.Services.AddAnalyzer<MapAnalyzer, MapReport>();
        builder.Services.AddSingleton(BookParameters.Default);
        builder.Services.AddSingleton(new BookKeeper(BookParameters.Default));
        builder.Services.AddSingleton<AssessmentReader>();
        builder.Services.AddSingleton<MarketHistory>();
        builder.Services.AddBrackets();
        builder.Services.AddJson(LiquidationJsonContext.Default);

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapAnalysis<LiquidationReport>(LookBack.Names);
        app.MapView<HeatmapReport>("heatmap", "Liquidation levels over time and price.", LookBack.Names);
        app.MapView<LiveReport>("live", "The price and the last two columns of the heatmap, for those who have the rest.", LookBack.Names);
        app.MapView<MapReport>("map", "Cumulative liquidation levels by price.");
        return app;
    }
}
