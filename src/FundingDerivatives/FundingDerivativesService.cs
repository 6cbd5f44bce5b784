using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.History;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Screener;
using OmnipotentFutures.Hosting;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>The funding and derivatives service: funding, open interest, basis and long/short ratio of one contract.</summary>
public static class FundingDerivativesService
{
    /// <summary>Who the service is.</summary>
    public static readonly ServiceIdentity Identity = new(
        "funding-derivatives",
        "Funding Rate & Derivatives Tracker",
        5014,
        "Funding rate, open interest, spot-futures basis and long/short ratio of a Binance USDⓈ-M contract: how crowded it is and what holding it costs.");

    /// <summary>Composes the service.</summary>
    /// <param name="args">Command line, read as configuration.</param>
    /// <returns>The service, not yet started.</returns>
    public static WebApplication Build(params string[] args) => Build(args, TimeProvider.System);

    internal static WebApplication Build(string[] args, TimeProvider clock)
    {
        var builder = ServiceHost.CreateBuilder(Identity, args);
        builder.Services.AddSingleton(clock);
        builder.Services.AddOptions<FundingThresholds>().BindConfiguration(FundingThresholds.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FundingThresholds>, FundingThresholdsValidator>();
        builder.Services.AddSingleton<InputReader>();
        builder.Services.AddSingleton<MarketLists>();
        builder.Services.AddHostedService<MarketWatch>();
        builder.Services.AddSingleton<SettlementReader>();
        builder.Services.AddSingleton<FundingInputReader>();
        builder.Services.AddSingleton<LevelMemory>();
        builder.Services.AddAnalysis<FundingAnalyzer, FundingReport>();
        builder.Services.AddScreener();
        builder.Services.AddHistory();
        builder.Services.AddJson(FundingJsonContext.Default);

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapAnalysis<FundingReport>();
        app.MapScreener();
        app.MapHistory();
        return app;
    }
}
