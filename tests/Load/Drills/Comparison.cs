using System.Globalization;
using OmnipotentFutures.Load.Generator;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>Two addresses that answer the same bytes, loaded in turn so that a machine that is slow for a while is slow for both.</summary>
internal static class Comparison
{
    private static readonly Bound RequiredRatio = Bound.AtLeast(0.6);
    private static readonly Bound AimedRatio = Bound.AtLeast(0.85);
    private static readonly Bound RequiredTail = Bound.AtMost(10);
    private static readonly Bound AimedTail = Bound.AtMost(5);

    /// <summary>Measures.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="measured">The side that the figures are of.</param>
    /// <param name="baseline">The side it stands beside.</param>
    /// <param name="plan">How long.</param>
    public static IEnumerable<Figure> Run(string name, PreparedRequest measured, PreparedRequest baseline, RoundPlan plan)
    {
        LoadRun.Run(measured, RoundPlan.Connections, RoundPlan.WarmUp);
        LoadRun.Run(baseline, RoundPlan.Connections, RoundPlan.WarmUp);
        List<LoadResult> ours = [], theirs = [];
        for (var round = 0; round < plan.Rounds; round++)
        {
            ours.Add(LoadRun.Run(measured, RoundPlan.Connections, plan.Length));
            theirs.Add(LoadRun.Run(baseline, RoundPlan.Connections, plan.Length));
        }

        var (rate, bare) = (Median(ours), Median(theirs));
        var (latencies, bareLatencies) = (Merge(ours), Merge(theirs));
        var (tail, bareTail) = (Tail(latencies), Tail(bareLatencies));
        yield return new(
            $"{name}: requests/s over the baseline", rate / bare, RequiredRatio, AimedRatio,
            Text($"{rate:0}/s beside {bare:0}/s, medians of {plan.Rounds}"));
        yield return new(
            $"{name}: p99 over p50 at {RoundPlan.Connections} connections", tail, RequiredTail, AimedTail,
            Text($"p50 {latencies.Quantile(.5):0.00} ms, p99 {latencies.Quantile(.99):0.00} ms; baseline {bareTail:0.0}"));
        yield return new($"{name}: failed answers", ours.Sum(run => run.Failed), Bound.AtMost(0), Beside: Text($"baseline {theirs.Sum(run => run.Failed)}"));
    }

    private static double Median(IEnumerable<LoadResult> runs)
    {
        var sorted = runs.Select(run => run.PerSecond).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static LatencyHistogram Merge(IEnumerable<LoadResult> runs)
    {
        var all = new LatencyHistogram();
        foreach (var run in runs)
        {
            all.Add(run.Latencies);
        }

        return all;
    }

    private static double Tail(LatencyHistogram latencies) => latencies.Quantile(.99) / latencies.Quantile(.5);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
