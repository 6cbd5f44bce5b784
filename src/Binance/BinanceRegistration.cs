using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance.Http;

namespace OmnipotentFutures.Binance;

/// <summary>Registers the Binance clients.</summary>
public static class BinanceRegistration
{
    // The longest answer, spot's list of everything, has some 15 MB.
    private const int MaxAnswerBytes = 64 * 1024 * 1024;

    /// <summary>Adds <see cref="BinanceFuturesClient"/>, <see cref="BinanceSpotClient"/> and <see cref="BinanceWebsiteClient"/> with one request budget,
    /// configured by <see cref="BinanceOptions"/>.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddBinance(this IServiceCollection services)
    {
        services.AddOptions<BinanceOptions>().BindConfiguration(BinanceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BinanceOptions>, BinanceOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RateBudget>();
        services.AddSingleton<ExchangeSource>();
        services.AddSingleton<ExchangeStatus>();
        services.AddTransient<BudgetHandler>();
        services.AddTransient<ExchangeHandler>();
        services.AddHttpClient<BinanceFuturesClient>().ConfigureExchange(options => options.FuturesUrl);
        services.AddHttpClient<BinanceSpotClient>().ConfigureExchange(options => options.SpotUrl);
        services.AddHttpClient<BinanceWebsiteClient>().ConfigureExchange(options => options.BracketsUrl);
        return services;
    }

    private static void ConfigureExchange(this IHttpClientBuilder client, Func<BinanceOptions, Uri> baseAddress)
    {
        client.ConfigureHttpClient((services, http) =>
        {
            http.BaseAddress = baseAddress(services.GetRequiredService<IOptions<BinanceOptions>>().Value);
            http.DefaultRequestHeaders.UserAgent.ParseAdd("OmnipotentFutures/1.0");
            http.MaxResponseContentBufferSize = MaxAnswerBytes;
            // The pipeline alone owns time.
            http.Timeout = Timeout.InfiniteTimeSpan;
        });
        client.UseSocketsHttpHandler((handler, _) =>
        {
            handler.AutomaticDecompression = DecompressionMethods.All;
            handler.AllowAutoRedirect = false;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        });
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddHttpMessageHandler<BudgetHandler>();
        client.AddResilienceHandler("binance", ResiliencePipeline.Configure).SelectPipelineBy(_ => ResiliencePipeline.KeyOf);
        client.AddHttpMessageHandler<ExchangeHandler>();
    }
}
