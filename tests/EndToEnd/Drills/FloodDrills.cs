using System.Net;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>Very many callers at once. Alone in the process, because its memory is looked at.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FloodDrills
{
    private const string Name = "floods";
    private const int Rubbish = 2000;
    private const int Callers = 1000;
    private const int AtOnce = 50;
    private const long MostLogBytesEach = 512;
    private const long MostBytesKept = 16 * 1024 * 1024;

    private static readonly TimeSpan ListsForgotten = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task Two_thousand_rubbish_symbols_cost_no_call_and_leave_nothing_behind()
    {
        await using var suite = await DrillSuite.StartAsync();
        foreach (var service in suite.Services)
        {
            await service.AnalyzeAsync("BTCUSDT");
            // The first of a process brings the compiler and the buffers.
            await FloodAsync(service, "EARLY", 200);

            var calls = await suite.CallsAsync();
            var lines = (await service.LogAsync()).Count;
            var log = await OperatorLog.FromNowOnAsync(service);
            var memory = GC.GetTotalMemory(forceFullCollection: true);

            await FloodAsync(service, "RUBBISH", Rubbish);

            (GC.GetTotalMemory(forceFullCollection: true) - memory).ShouldBeLessThan(MostBytesKept);
            (await suite.CallsAsync()).ShouldBe(calls);
            (await service.LogAsync()).Skip(lines).Sum(line => (long)line.Length).ShouldBeLessThan(Rubbish * MostLogBytesEach);
            await log.ShouldBeCalmAsync();
            (await service.AnalyzeAsync("BTCUSDT")).TextsAt("meta.missing_inputs").ShouldBeEmpty();
        }

        await suite.ShouldHaveKeptTheRulesAsync();
    }

    [Fact]
    public async Task A_thousand_callers_of_a_cold_symbol_cost_what_one_costs()
    {
        // A clock that stands: how long a thousand answers take on this machine is no reason to ask again.
        await using var suite = await DrillSuite.StartAsync(isStanding: true);
        foreach (var service in suite.Services)
        {
            await service.AnalyzeAsync("SOLUSDT");
            var alone = await CallsOfAsync(suite, () => service.AnalyzeAsync("ETHUSDT"));
            var together = await CallsOfAsync(suite, () => Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
            {
                using var response = await service.Http.GetAsync(new Uri("/analyze/BTCUSDT", UriKind.Relative));
                response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
            })));
            alone.ShouldNotBeEmpty();
            together.ShouldBe(alone);
        }

        await suite.ShouldHaveKeptTheRulesAsync();
    }

    private static async Task<Dictionary<string, long>> CallsOfAsync(DrillSuite suite, Func<Task> ask)
    {
        // Every list that contracts share is asked for again, for one caller as for a thousand.
        suite.Clock.Skip(ListsForgotten);
        var before = await suite.CallsAsync();
        await ask();
        return (await suite.CallsAsync()).ToDictionary(path => path.Key, path => path.Value - before.GetValueOrDefault(path.Key))
            .Where(path => path.Value > 0).OrderBy(path => path.Key, StringComparer.Ordinal).ToDictionary();
    }

    private static Task FloodAsync(DrillService service, string stem, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (index, cancellationToken) =>
        {
            using var response = await service.Http.GetAsync(new Uri($"/analyze/{stem}{index}USDT", UriKind.Relative), cancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await response.Content.ReadAsStringAsync(cancellationToken)).ShouldContain("\"code\":\"unknown_symbol\"");
        });
}
