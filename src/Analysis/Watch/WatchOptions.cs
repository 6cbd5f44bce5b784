using OmnipotentFutures.Analysis.Symbols;

namespace OmnipotentFutures.Analysis.Watch;

/// <summary>Which contracts are kept warm: their answers are ready before anybody asks. Configuration section <c>Watch</c>.</summary>
public sealed class WatchOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Watch";

    private const int Most = 50;

    /// <summary>How many of the largest contracts by volume, 0 to 50; 0 for none. Means nothing when <see cref="Symbols"/> names some.</summary>
    public int Largest { get; set; } = 10;

    /// <summary>The contracts by name, separated by commas, at most 50; empty for the largest.</summary>
    public string Symbols { get; set; } = string.Empty;

    /// <summary>The contracts that are named.</summary>
    internal IReadOnlyList<string> Named => Symbols.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with the settings.</summary>
    /// <returns>One sentence for each setting at fault.</returns>
    internal IEnumerable<string> Failures()
    {
        if (Largest is < 0 or > Most)
        {
            yield return $"{Section}:{nameof(Largest)} is {Largest}: it must be 0 to {Most}.";
        }

        if (Named.Count > Most)
        {
            yield return $"{Section}:{nameof(Symbols)} names {Named.Count} contracts: at most {Most} can be kept warm.";
        }

        if (Named.FirstOrDefault(symbol => !SymbolName.TryParse(symbol, out _)) is { } wrong)
        {
            yield return $"{Section}:{nameof(Symbols)} names '{wrong}', which is no symbol: write BTCUSDT,ETHUSDT.";
        }
    }
}
