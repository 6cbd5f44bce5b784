namespace OmnipotentFutures.Hosting.Limits;

/// <summary>How much a service takes on at once, section <c>WorkLimit</c>. What goes beyond is refused at once: a queue without end
/// answers nobody in time. A thousand callers of one symbol fit.</summary>
public sealed class WorkLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "WorkLimit";

    /// <summary>Requests at work at the same time, 1 to 100000.</summary>
    public int AtWork { get; set; } = 512;

    /// <summary>Requests that wait for their turn, 0 to 100000.</summary>
    public int Waiting { get; set; } = 1024;

    internal IEnumerable<string> Failures()
    {
        const int most = 100_000;
        if (AtWork is < 1 or > most)
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(AtWork)} is {AtWork}: it must be 1 to {most} requests.");
        }

        if (Waiting is < 0 or > most)
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(Waiting)} is {Waiting}: it must be 0 to {most} requests.");
        }
    }
}
