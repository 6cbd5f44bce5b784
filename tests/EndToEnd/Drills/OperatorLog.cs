using System.Text.RegularExpressions;

namespace OmnipotentFutures.EndToEnd.Drills;

/// <summary>What a service's operator reads of a drill.</summary>
internal sealed class OperatorLog
{
    // The lines of requests are the callers'.
    private static readonly Regex Request = new(" answered [0-9]{3} in ");
    private static readonly Regex State = new("The exchange (answers|does not answer)");
    private static readonly Regex Complaint = new(" (WRN|ERR|FTL)\\] ");

    // A handful of inputs that were not read, for each of the few requests of a drill.
    private const int MostComplaints = 60;

    private readonly DrillService _service;
    private readonly int _before;

    private OperatorLog(DrillService service, int before) => (_service, _before) = (service, before);

    /// <summary>From now on, once the operator has been told that all is well.</summary>
    public static async Task<OperatorLog> FromNowOnAsync(DrillService service)
    {
        await Eventually.TrueAsync(
            "a log whose last word on the exchange is that it answers",
            async () => (await service.LogAsync()).LastOrDefault(line => State.IsMatch(line))?.Contains("The exchange answers", StringComparison.Ordinal) == true);
        return new(service, (await service.LogAsync()).Count);
    }

    public static OperatorLog FromTheStart(DrillService service) => new(service, before: 0);

    /// <summary>One line, and not one more, says what happened; and whatever else there is to say is said in a few lines.</summary>
    public async Task ShouldSayOnceAsync(string pattern)
    {
        var cause = new Regex(pattern);
        await Eventually.TrueAsync($"a line of the log that matches {pattern}", async () => (await LinesAsync()).Any(line => cause.IsMatch(line)));
        var lines = await LinesAsync();
        lines.Count(line => cause.IsMatch(line)).ShouldBe(1, string.Join('\n', lines));
        ShouldBeShort(lines);
    }

    /// <summary>However much went wrong, an operator can read it.</summary>
    public async Task ShouldBeShortAsync() => ShouldBeShort(await LinesAsync());

    /// <summary>Nothing to complain of.</summary>
    public async Task ShouldBeCalmAsync() => (await LinesAsync()).Where(line => Complaint.IsMatch(line)).ShouldBeEmpty();

    private static void ShouldBeShort(IReadOnlyList<string> lines)
    {
        lines.Count(line => Complaint.IsMatch(line)).ShouldBeLessThanOrEqualTo(MostComplaints, string.Join('\n', lines.Take(MostComplaints)));
        lines.ShouldAllBe(line => !line.StartsWith("   at ", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> LinesAsync() => [.. (await _service.LogAsync()).Skip(_before).Where(line => !Request.IsMatch(line))];
}
