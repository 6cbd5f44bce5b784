using OmnipotentFutures.Hosting;
using OmnipotentFutures.PaperExchange.Api;
using OmnipotentFutures.PaperExchange.Api.Control;
using OmnipotentFutures.PaperExchange.Api.Faults;
using OmnipotentFutures.PaperExchange.Api.Overrides;
using OmnipotentFutures.PaperExchange.Api.RateLimits;

namespace OmnipotentFutures.PaperExchange;

/// <summary>The stand-in that speaks Binance's API, as a web application.</summary>
public static class PaperExchangeService
{
    /// <summary>Who the service is.</summary>
    public static readonly ServiceIdentity Identity = new(
        "paper-exchange", "Paper exchange", 5010, "Speaks Binance's market data API over a recorded or simulated market. Not the market.");

    /// <summary>Composes the service; the caller starts it.</summary>
    /// <param name="options">What to serve.</param>
    /// <param name="args">Command line, read as configuration.</param>
    /// <returns>The service, not yet listening.</returns>
    /// <exception cref="InvalidSetupException">The options or the recorded market are not usable.</exception>
    public static WebApplication Build(PaperExchangeOptions options, params string[] args)
    {
        ArgumentNullException.ThrowIfNull(options);

        var (market, clock) = MarketFactory.Create(options);
        return Build(options, new Exchange(market, clock), args);
    }

    internal static WebApplication Build(PaperExchangeOptions options, Exchange exchange, params string[] args)
    {
        var builder = ServiceHost.CreateBuilder(Identity, args);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(options.RateLimits);
        var overrides = new ContractOverrides();
        builder.Services.AddSingleton(overrides);
        builder.Services.AddSingleton(exchange with { Market = new OverriddenMarket(exchange.Market, overrides) });
        builder.Services.AddSingleton<RateLimiter>();
        builder.Services.AddSingleton<UsageLog>();
        builder.Services.AddSingleton<FaultSwitches>();
        builder.Services.AddJson(ControlJsonContext.Default);

        var app = builder.Build();
        app.UseMiddleware<SourceHeaderMiddleware>();
        app.UseServiceDefaults();
        app.UseMiddleware<ExchangeMiddleware>();
        app.UseMiddleware<RateLimitMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.MapExchangeInfo(options.RateLimits);
        app.MapFunding();
        app.MapKlines();
        app.MapTickers();
        app.MapStatistics();
        app.MapBasis();
        app.MapBrackets();
        app.MapSpot(options.RateLimits);
        app.MapControl();
        return app;
    }
}
