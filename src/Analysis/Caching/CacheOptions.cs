using System.Globalization;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>How much is kept and how old it may become. Configuration section <c>Cache</c>.</summary>
public sealed class CacheOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Cache";

    /// <summary>How long the last good data are given out, marked stale, after they should have been renewed and the exchange failed, minutes, 0 to 1440.</summary>
    public double StaleMinutes { get; set; } = 60;

    /// <summary>Memory for what the exchange answered and for ready answers together, megabytes, 8 to 4096. What was used least recently goes first.</summary>
    public int Megabytes { get; set; } = 64;

    /// <summary>What is wrong with the settings.</summary>
    /// <returns>One sentence for each setting at fault.</returns>
    internal IEnumerable<string> Failures()
    {
        if (StaleMinutes is not (>= 0 and <= 1440))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Section}:{nameof(StaleMinutes)} is {StaleMinutes}: it must be 0 to 1440.");
        }

        if (Megabytes is not (>= 8 and <= 4096))
        {
            yield return $"{Section}:{nameof(Megabytes)} is {Megabytes}: it must be 8 to 4096.";
        }
    }
}
