using OmnipotentFutures.Analysis;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.LiquidationHeatmap.Brackets;

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
        builder.Services.AddSingleton<MarketHistory>();
        builder.Services.AddBrackets();
        builder.Services.AddJson(LiquidationJsonContext.Default);

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapAnalysis<LiquidationReport>();
        return app;
    }
}
