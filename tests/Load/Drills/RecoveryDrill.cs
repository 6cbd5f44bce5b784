using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>The exchange dies under a caller that goes on asking, and comes back: how long until the answers are fresh again.</summary>
internal static class RecoveryDrill
{
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        List<Figure> figures = [];
        foreach (var serviceOf in new Func<ProcessSuite, ServiceProcess>[] { suite => suite.LiquidationHeatmap, suite => suite.FundingDerivatives })
        {
            using var suite = await ProcessSuite.StartAsync(watched: 0, cancellationToken);
            var service = serviceOf(suite);
            using var caller = new SteadyCaller(new Uri(service.Address, WarmDrill.Path));
            var asking = caller.AskUntilFreshAgainAsync(cancellationToken);
            await caller.FirstAnswer;

            suite.Exchange.Kill();
            await Task.Delay(Down, cancellationToken);
            await suite.StartExchangeAsync(cancellationToken);
            caller.ExchangeIsBack();
            var recovered = await asking;

            figures.Add(new(
                $"recovery {service.Name}: exchange back to fresh, s", recovered?.TotalSeconds ?? double.PositiveInfinity, Bound.AtMost(10), Bound.AtMost(3),
                $"{caller.Stale} stale answers of {caller.Asked} in all, {Down.TotalSeconds:0} s without an exchange"));
            figures.Add(new($"recovery {service.Name}: failed answers", caller.Failed, Bound.AtMost(0)));
        }

        return figures;
    }
}
