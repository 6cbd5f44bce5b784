using Microsoft.Extensions.DependencyInjection;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Analysis.Watch;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.Hosting.Health;

namespace OmnipotentFutures.Analysis;

/// <summary>Registers what every analysis service needs.</summary>
public static class AnalysisRegistration
{
    /// <summary>Adds the Binance clients, the cache, the symbol directory, the exchange's health check and the analyzer.</summary>
    /// <typeparam name="TAnalyzer">The service's analyzer.</typeparam>
    /// <typeparam name="TReport">Its response contract.</typeparam>
    /// <param name="services">The service's registrations.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddAnalysis<TAnalyzer, TReport>(this IServiceCollection services)
        where TAnalyzer : class, IAnalyzer<TReport>
    {
        services.AddBinance();
        services.AddChecked<CacheOptions>(CacheOptions.Section, options => options.Failures());
        services.AddSingleton<BoundedMemory>();
        services.AddSingleton<SingleFlightCache>();
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<ExchangeTime>();
        services.AddSingleton<SymbolDirectory>();
        services.AddSingleton<ReportRunner>();
        services.AddAnalyzer<TAnalyzer, TReport>();
        services.AddServiceCompression();
        services.AddHostedService<ExchangeWatch>();
        services.AddChecked<WatchOptions>(WatchOptions.Section, options => options.Failures());
        services.AddSingleton<WatchList>();
        services.AddHostedService<WatchKeeper<TReport>>();
        services.AddHealthChecks().AddCheck<ExchangeHealthCheck>("exchange", tags: [HealthRoutes.ReadyTag]);
        return services;
    }

    /// <summary>Adds a further analyzer, for <see cref="AnalysisRoutes.MapView"/>.</summary>
    /// <typeparam name="TAnalyzer">The analyzer.</typeparam>
    /// <typeparam name="TReport">Its response contract.</typeparam>
    /// <param name="services">The service's registrations.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddAnalyzer<TAnalyzer, TReport>(this IServiceCollection services)
        where TAnalyzer : class, IAnalyzer<TReport> =>
        services.AddSingleton<IAnalyzer<TReport>, TAnalyzer>().AddSingleton<AnalysisRunner<TReport>>();
}
