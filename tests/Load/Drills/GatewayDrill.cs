using OmnipotentFutures.Load.Generator;
using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>The warm analysis through the gateway beside a bare proxy in front of the same service.</summary>
internal static class GatewayDrill
{
    private static readonly (string Name, Func<ProcessSuite, ServiceProcess> Service)[] Routes =
    [
        ("liquidation-heatmap", suite => suite.LiquidationHeatmap),
        ("funding-derivatives", suite => suite.FundingDerivatives),
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(RoundPlan plan, CancellationToken cancellationToken)
    {
        using var suite = await ProcessSuite.StartAsync(watched: 0, cancellationToken);
        List<Figure> figures = [];
        foreach (var (name, serviceOf) in Routes)
        {
            var target = new Uri(serviceOf(suite).Address, WarmDrill.Path);
            using var proxy = await ServiceProcess.StartAsync(
                "bare proxy", Loopback.FreeAddress(), ProgramFiles.This, ["serve-proxy", "--target", target.ToString()],
                new Dictionary<string, string>(), "/", cancellationToken);
            foreach (var encoding in new[] { null, "br" })
            {
                var asked = new Uri(suite.Gateway.Address, $"/api/{name}?symbol=BTCUSDT");
                figures.AddRange(Comparison.Run(
                    $"gateway to {name}, {encoding ?? "plain"}",
                    PreparedRequest.Get(asked, encoding), PreparedRequest.Get(proxy.Address, encoding), plan));
            }
        }

        return figures;
    }
}
