using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace OmnipotentFutures.Load.Baselines;

/// <summary>The least that ASP.NET Core can be started with.</summary>
internal static class Bare
{
    /// <exception cref="ArgumentException">It is told to listen elsewhere than on loopback.</exception>
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        Loopback.EndPointOf(new Uri(builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? throw new ArgumentException("ASPNETCORE_URLS says where to listen.")));
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
