namespace OmnipotentFutures.Analysis.Localization;

/// <summary>A text in both languages.</summary>
/// <param name="Turkish">In Turkish.</param>
/// <param name="English">In English.</param>
public sealed record LocalText(string Turkish, string English)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text.</returns>
    public string In(Language language) => language == Language.English ? English : Turkish;
}
