using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>From the start of a process to <c>/health/ready</c>, the exchange being there.</summary>
internal static class StartDrill
{
    private const int Starts = 5;

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var suite = await ProcessSuite.StartAsync(watched: 10, cancellationToken);
        (string Name, Func<Task<ServiceProcess>> Start)[] services =
        [
            ("LiquidationHeatmap", () => suite.StartAnalystAsync("LiquidationHeatmap", watched: 10, cancellationToken)),
            ("FundingDerivatives", () => suite.StartAnalystAsync("FundingDerivatives", watched: 10, cancellationToken)),
            ("Gateway", () => suite.StartGatewayAsync(cancellationToken)),
        ];
        List<Figure> figures = [];
        foreach (var (name, start) in services)
        {
            List<double> seconds = [];
            for (var run = 0; run < Starts; run++)
            {
                using var service = await start();
                seconds.Add(service.StartedWithin.TotalSeconds);
            }

            seconds.Sort();
            figures.Add(new(
                $"start of {name} to ready, s", seconds[Starts / 2], Bound.AtMost(3), Bound.AtMost(1),
                FormattableString.Invariant($"median of {Starts}, {seconds[0]:0.00} to {seconds[^1]:0.00}")));
        }

        return figures;
    }
}
