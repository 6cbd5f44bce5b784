namespace OmnipotentFutures.Tests;

/// <summary>Recorded data that lies beside the repository, in <c>../shared</c>, and is no part of it.</summary>
internal static class SharedFolder
{
    /// <summary>Full path of a folder below <c>../shared</c>, whether it is there or not.</summary>
    public static string PathOf(string folder) => RepositoryFolder.PathOf($"../shared/{folder}");

    public static string? ReasonToSkip(string folder) =>
        Directory.Exists(PathOf(folder)) ? null : $"No recorded data: ../shared/{folder} is not beside the repository.";
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
