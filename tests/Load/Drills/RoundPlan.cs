namespace OmnipotentFutures.Load.Drills;

/// <summary>How long a comparison runs.</summary>
/// <param name="Rounds">Rounds of each side, in turn.</param>
/// <param name="Length">Length of a round.</param>
internal sealed record RoundPlan(int Rounds, TimeSpan Length)
{
    /// <summary>Connections that ask at once.</summary>
    public const int Connections = 64;

    /// <summary>Before the first round: until the compiler has done with the hot paths.</summary>
    public static TimeSpan WarmUp { get; } = TimeSpan.FromSeconds(3);
}
