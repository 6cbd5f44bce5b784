namespace OmnipotentFutures.Tests;

/// <summary>Recorded data that lies beside the repository, in <c>../shared</c>, and is no part of it.</summary>
internal static class SharedFolder
{
    /// <summary>Full path of a folder below <c>../shared</c>, whether it is there or not.</summary>
    public static string PathOf(string folder) => Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", folder));

    public static string? ReasonToSkip(string folder) =>
        Directory.Exists(PathOf(folder)) ? null : $"No recorded data: ../shared/{folder} is not beside the repository.";

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OmnipotentFutures.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No OmnipotentFutures.sln above {AppContext.BaseDirectory}.");
    }
}

/// <summary>A test on a folder below <c>../shared</c>, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFolderFactAttribute : FactAttribute
{
    public SharedFolderFactAttribute(string folder) => Skip = SharedFolder.ReasonToSkip(folder);
}

/// <summary>The same with several sets of arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFolderTheoryAttribute : TheoryAttribute
{
    public SharedFolderTheoryAttribute(string folder) => Skip = SharedFolder.ReasonToSkip(folder);
}
