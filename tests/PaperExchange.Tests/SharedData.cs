namespace OmnipotentFutures.PaperExchange.Tests;

/// <summary>Recorded data that lies beside the repository, where there is any.</summary>
internal static class SharedData
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OmnipotentFutures.sln")))
        {
            folder = folder.Parent;
        }

        return Path.GetFullPath(Path.Combine(folder?.FullName ?? ".", "..", "shared"));
    }
}

/// <summary>A fact on a file or folder of <see cref="SharedData"/>; skipped where it is absent.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path) => Skip = SkipReason.Of(path);
}

/// <summary>A theory on a file or folder of <see cref="SharedData"/>; skipped where it is absent.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string path) => Skip = SkipReason.Of(path);
}

internal static class SkipReason
{
    public static string? Of(string path) => Path.Exists(Path.Combine(SharedData.Root, path)) ? null : $"There is no ../shared/{path} beside the repository.";
}
