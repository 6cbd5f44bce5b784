namespace OmnipotentFutures.Hosting.Stopping;

/// <summary>How a service stops, section <c>Shutdown</c>. Whoever stops it must wait for both times together.</summary>
public sealed class ShutdownOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Shutdown";

    /// <summary>Seconds in which a service that was told to stop goes on accepting calls while <c>/health/ready</c> says 503, so that whoever
    /// sends it calls can turn elsewhere first: 0 to 300.</summary>
    public double DrainSeconds { get; set; }

    /// <summary>Seconds that calls at work then have to finish before they are broken off, 1 to 300.</summary>
    public double GraceSeconds { get; set; } = 30;

    internal IEnumerable<string> Failures()
    {
        const int most = 300;
        if (DrainSeconds is not (>= 0 and <= most))
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(DrainSeconds)} is {DrainSeconds}: it must be 0 to {most} seconds.");
        }

        if (GraceSeconds is not (>= 1 and <= most))
        {
            yield return FormattableString.Invariant($"{Section}:{nameof(GraceSeconds)} is {GraceSeconds}: it must be 1 to {most} seconds.");
        }
    }
}
