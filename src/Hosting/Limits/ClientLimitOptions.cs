namespace OmnipotentFutures.Hosting.Limits;

/// <summary>How often one client may ask, section <c>ClientLimit</c>. Off unless set: the services see the gateway as one client.</summary>
public sealed class ClientLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ClientLimit";

    /// <summary>Requests per second that a client may keep up, 0 to 100000; 0 for no limit.</summary>
    public double PerSecond { get; set; }

    /// <summary>Requests that a client which was quiet may send at once, 1 to 100000.</summary>
    public int Burst { get; set; } = 100;

    internal IEnumerable<string> Failures()
    {
        const int most = 100_000;
        if (PerSecond is not (>= 0 and <= most))
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(PerSecond)} is {PerSecond}: it must be 0 (no limit) to {most} requests per second.");
        }

        if (Burst is < 1 or > most)
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(Burst)} is {Burst}: it must be 1 to {most} requests.");
        }
    }
}
