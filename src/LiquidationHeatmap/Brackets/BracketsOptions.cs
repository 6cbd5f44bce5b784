namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Where margin brackets come from beside the exchange. Configuration section <c>Brackets</c>.</summary>
public sealed class BracketsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Brackets";

    /// <summary>A file with brackets that go before the exchange's, in the form of Binance's signed <c>leverageBracket</c> answer;
    /// <c>BRACKETS__FILE</c>. It is read again when it changes. Empty for none.</summary>
    public string File { get; set; } = string.Empty;

    /// <summary>Folder in which the exchange's table is kept for the next start; <c>BRACKETS__DIRECTORY</c>. Empty for
    /// <c>omnipotent-futures/brackets</c> in the user's local application data. Where it cannot be written, nothing is kept.</summary>
    public string Directory { get; set; } = string.Empty;

    internal string KeptIn => Directory.Length > 0 ? Directory : Path.Combine(LocalData(), "omnipotent-futures", "brackets");

    // A user without a home has no such folder.
    private static string LocalData() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? folder
            : Path.GetTempPath();
}
