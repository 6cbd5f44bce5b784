using OmnipotentFutures.Analysis.Localization;

namespace OmnipotentFutures.Analysis;

/// <summary>Something a reader of an analysis must know to trust it rightly.</summary>
/// <param name="Code">Stable machine name, snake case.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record AnalysisWarning(string Code, string Message)
{
    /// <summary>Makes a warning in one language.</summary>
    /// <param name="code">Stable machine name, snake case.</param>
    /// <param name="text">The sentence.</param>
    /// <param name="language">The language.</param>
    /// <returns>The warning.</returns>
    public static AnalysisWarning Of(string code, LocalText text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(code, text.In(language));
    }
}
