using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting.Limits;

internal static class LimitsRegistration
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddChecked<ClientLimitOptions>(ClientLimitOptions.Section, options => options.Failures());
        services.AddChecked<WorkLimitOptions>(WorkLimitOptions.Section, options => options.Failures());
        services.AddSingleton(provider => CreateLimiter(provider.GetRequiredService<IOptions<WorkLimitOptions>>().Value));
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, ClientLimit>();
    }

    /// <summary>A client over its limit is refused before it takes anybody's turn.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseMiddleware<WorkLimitMiddleware>();
    }

    private static ConcurrencyLimiter CreateLimiter(WorkLimitOptions options) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.AtWork,
        QueueLimit = options.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
