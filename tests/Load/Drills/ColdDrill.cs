using OmnipotentFutures.Load.Generator;
using OmnipotentFutures.Load.Processes;
using OmnipotentFutures.Load.Report;

namespace OmnipotentFutures.Load.Drills;

/// <summary>A thousand callers of a symbol that nobody has asked for yet, beside one caller of another.</summary>
internal static class ColdDrill
{
    private const int Callers = 1000;

    // Every list that contracts share has to be asked for again after this long, for one caller as for a thousand.
    private static readonly TimeSpan ListsForgotten = TimeSpan.FromSeconds(31);

    // Services ask these by themselves from time to time, callers or not.
    private static readonly string[] OfTheirOwn = ["/fapi/v1/time", "/fapi/v1/fundingInfo", "/fapi/v1/exchangeInfo"];

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var suite = await ProcessSuite.StartAsync(watched: 0, cancellationToken);
        List<Figure> figures = [];
        foreach (var service in suite.Analysts)
        {
            // The first call of all is dearer: it brings the lists of the exchange, and the compiler.
            LoadRun.Volley(RequestOf(service, "SOLUSDT"), callers: 1);
            var (_, alone) = await CountAsync(suite, service, "ETHUSDT", callers: 1, cancellationToken);
            var (volley, together) = await CountAsync(suite, service, "BTCUSDT", Callers, cancellationToken);
            figures.Add(new(
                $"cold {service.Name}: upstream calls for {Callers} callers", together.Values.Sum(), Bound.AtMost(alone.Values.Sum()),
                Beside: $"one caller {alone.Values.Sum()}{Difference(alone, together)}"));
            figures.Add(new(
                $"cold {service.Name}: answered 200 of {Callers}", volley.Latencies.Count, Bound.AtLeast(Callers),
                Beside: FormattableString.Invariant($"p50 {volley.Latencies.Quantile(.5):0} ms, last {volley.Latencies.Quantile(1):0} ms")));
        }

        return figures;
    }

    private static async Task<(LoadResult Volley, Dictionary<string, long> Calls)> CountAsync(
        ProcessSuite suite, ServiceProcess service, string symbol, int callers, CancellationToken cancellationToken)
    {
        await Task.Delay(ListsForgotten, cancellationToken);
        var before = await suite.Control.CallsAsync(cancellationToken);
        var volley = LoadRun.Volley(RequestOf(service, symbol), callers);
        var after = await suite.Control.CallsAsync(cancellationToken);
        return (volley, after.ToDictionary(path => path.Key, path => path.Value - before.GetValueOrDefault(path.Key))
            .Where(path => path.Value > 0 && !OfTheirOwn.Contains(path.Key))
            .ToDictionary());
    }

    private static string Difference(Dictionary<string, long> alone, Dictionary<string, long> together)
    {
        var more = together.Where(path => path.Value > alone.GetValueOrDefault(path.Key)).Select(path => $"{path.Key} {path.Value}").ToArray();
        return more.Length == 0 ? "" : $"; more of {string.Join(", ", more)}";
    }

    private static PreparedRequest RequestOf(ServiceProcess service, string symbol) => PreparedRequest.Get(new Uri(service.Address, $"/analyze/{symbol}"));
}
