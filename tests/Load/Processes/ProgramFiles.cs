namespace OmnipotentFutures.Load.Processes;

/// <summary>Where the programs under load lie: in their own output folders, built with this tool in its configuration.</summary>
internal static class ProgramFiles
{
    public static string This { get; } = typeof(ProgramFiles).Assembly.Location;

    /// <param name="room">Folder below <c>src</c>.</param>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string Of(string room)
    {
        // <root>/tests/Load/bin/<configuration>/<framework>/
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var configuration = framework.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.Parent!;
        var program = Path.Combine(root.FullName, "src", room, "bin", configuration.Name, framework.Name, $"OmnipotentFutures.{room}.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"{program} is not there: build it with dotnet build -c {configuration.Name} src/{room}.");
    }
}
