using Microsoft.Extensions.Options;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Registers the margin brackets.</summary>
internal static class BracketsRegistration
{
    /// <summary>Adds <see cref="BracketDirectory"/>, its sources and their watch, configured by <see cref="BracketsOptions"/>.</summary>
    public static IServiceCollection AddBrackets(this IServiceCollection services)
    {
        services.AddOptions<BracketsOptions>().BindConfiguration(BracketsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BracketsOptions>, BracketsOptionsValidator>();
        services.AddSingleton<BracketFile>();
        services.AddSingleton<KeptBrackets>();
        services.AddSingleton<ExchangeBrackets>();
        services.AddSingleton<BracketDirectory>();
        services.AddSingleton<BracketsWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<BracketsWatch>());
        return services;
    }
}
