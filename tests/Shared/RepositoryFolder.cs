namespace OmnipotentFutures.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class RepositoryFolder
{
    /// <summary>Full path of something in it.</summary>
    /// <param name="path">Path from its root, which may lead out of it.</param>
    /// <returns>The path, whether there is something or not.</returns>
    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Root(), path));

    private static string Root()
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
