using OmnipotentFutures.Load.Generator;
using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>Warm <c>/analyze/BTCUSDT</c> of each service beside bare Kestrel with the same bytes.</summary>
internal static class WarmDrill
{
    public const string Path = "/analyze/BTCUSDT";

    public static async Task<IReadOnlyList<Figure>> RunAsync(RoundPlan plan, CancellationToken cancellationToken)
    {
        using var suite = await ProcessSuite.StartAsync(watched: 0, cancellationToken);
        List<Figure> figures = [];
        foreach (var service in suite.Analysts)
        {
            foreach (var encoding in new[] { null, "br" })
            {
                var asked = new Uri(service.Address, Path);
                using var answer = await KeptAnswer.FetchAsync(asked, encoding, cancellationToken);
                using var bare = await answer.ServeAsync(cancellationToken);
                figures.AddRange(Comparison.Run(
                    $"warm {service.Name}, {encoding ?? "plain"}, {answer.Length} bytes",
                    PreparedRequest.Get(asked, encoding), PreparedRequest.Get(new Uri(bare.Address, Path), encoding), plan));
            }
        }

        return figures;
    }
}
