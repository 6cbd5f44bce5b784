using System.Text.Json;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>The course of every drill of a failing exchange: callers whose data are known, callers whose data are not, and the way back.</summary>
internal static class FailureDrill
{
    private const string Known = "BTCUSDT";

    // Only order books of the same moment make a basis: old ones are no use to it.
    private static readonly string[] NeverKept = ["spot_price", "futures_book"];

    // Longer than any price counts as fresh, and than the bars that a book is made of.
    private static readonly TimeSpan UntilStale = TimeSpan.FromSeconds(31);

    // The services' own look at the exchange, with or without callers.
    private static readonly TimeSpan UntilNoticed = TimeSpan.FromSeconds(5);

    /// <param name="suite">What is drilled; its exchange answers.</param>
    /// <param name="unknown">A symbol that nobody has asked for yet.</param>
    /// <param name="breakAsync">Makes the exchange fail.</param>
    /// <param name="mendAsync">Makes it well.</param>
    /// <param name="expected">What callers and the operator are told.</param>
    public static async Task RunAsync(DrillSuite suite, string unknown, Func<Task> breakAsync, Func<Task> mendAsync, Failure expected)
    {
        suite.Clock.Skip(UntilStale);
        foreach (var service in suite.Services)
        {
            await Eventually.TrueAsync("a good answer before the drill", () => service.IsFreshAsync(Known));
        }

        var before = await Task.WhenAll(suite.Services.Select(service => service.AnalyzeAsync(Known)));
        var logs = await Task.WhenAll(suite.Services.Select(OperatorLog.FromNowOnAsync));
        await breakAsync();
        try
        {
            suite.Clock.Skip(UntilStale);
            var during = Task.WhenAll(suite.Services.Zip(before, (service, good) => DuringAsync(service, unknown, good, expected)));
            await (expected.TakesTime ? HurryAsync(suite.Clock, during) : during);
            suite.Clock.Skip(UntilNoticed);
            foreach (var log in logs)
            {
                await log.ShouldSayOnceAsync(expected.Line);
            }
        }
        finally
        {
            // The next drill may share the suite, whatever came of this one.
            await mendAsync();
            suite.Clock.Skip(expected.Pause);
        }

        await Task.WhenAll(suite.Services.Zip(before, (service, good) => AfterAsync(service, unknown, good)));
        suite.Clock.Skip(UntilNoticed);
        foreach (var log in logs)
        {
            await log.ShouldSayOnceAsync("The exchange answers ");
        }

        await suite.ShouldHaveKeptTheRulesAsync();
    }

    // Callers wait for seconds of the clock, the drill for a part of them.
    private static async Task HurryAsync(DrillClock clock, Task waiting)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!waiting.IsCompleted && await timer.WaitForNextTickAsync())
        {
            clock.Skip(TimeSpan.FromSeconds(1));
        }

        await waiting;
    }

    private static async Task DuringAsync(DrillService service, string unknown, JsonElement good, Failure expected)
    {
        var problem = await service.RefusedAsync(unknown, expected.Status, expected.Code);
        problem.TextAt("detail")!.ShouldContain(expected.Sentence);

        var data = await service.AnalyzeAsync(Known);
        data.At("meta.stale").GetBoolean().ShouldBeTrue(data.At("meta").ToString());
        data.WarningCodes().ShouldContain("stale_data");
        data.TextsAt("meta.missing_inputs").Except(NeverKept).ShouldBe(good.TextsAt("meta.missing_inputs"), data.At("meta").ToString());

        // What is no symbol is known without the exchange.
        await service.RefusedAsync("NOSUCHUSDT", 404, "unknown_symbol");
        await service.RefusedAsync("b%C4%B1tcoin!", 400, "invalid_symbol");
    }

    private static async Task AfterAsync(DrillService service, string unknown, JsonElement good)
    {
        await Eventually.TrueAsync("fresh answers to the caller who had none", () => service.IsFreshAsync(unknown));
        // The first fresh answer may lack what was asked for a moment too early: what counts is that nothing stays away.
        await Eventually.TrueAsync(
            "fresh answers with every input to the caller who had stale ones",
            async () => await service.IsFreshAsync(Known)
                && (await service.AnalyzeAsync(Known)).TextsAt("meta.missing_inputs").SequenceEqual(good.TextsAt("meta.missing_inputs")));
        var data = await service.AnalyzeAsync(Known);
        data.TimeAt("meta.as_of").ShouldBeGreaterThan(good.TimeAt("meta.as_of"));
        data.WarningCodes().ShouldNotContain("stale_data");
    }
}

/// <summary>What a failing exchange means for others.</summary>
/// <param name="Status">Status for callers without data.</param>
/// <param name="Code">Its code.</param>
/// <param name="Sentence">Words of the sentence that goes with it.</param>
/// <param name="Line">What the operator's log says, a regular expression.</param>
/// <param name="Pause">How long the exchange is left alone at most.</param>
internal sealed record Failure(int Status, string Code, string Sentence, string Line, TimeSpan Pause)
{
    /// <summary>Whether callers find out by waiting.</summary>
    public bool TakesTime { get; init; }
}
