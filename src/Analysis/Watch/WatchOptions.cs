namespace OmnipotentFutures.Analysis.Watch;

/// <summary>Which contracts are kept warm: their answers are ready before anybody asks. Configuration section <c>Watch</c>.</summary>
public sealed class WatchOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Watch";

    /// <summary>Most contracts that can be kept warm.</summary>
    public const int Most = 50;

    /// <summary>How many of the largest contracts by volume, 0 to 50; 0 for none. Means nothing when <see cref="Symbols"/> names some.</summary>
    public int Largest { get; set; } = 10;

    /// <summary>The contracts by name, at most 50; empty for the largest.</summary>
    public IList<string> Symbols { get; } = [];
}
