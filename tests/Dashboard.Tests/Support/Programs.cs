namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>Programs that are no part of the repository.</summary>
internal static class Programs
{
    // What CI sets: there nothing may be missing and pass for that.
    private const string RequiredVariable = "REQUIRE_BROWSER";

    private static readonly bool AreRequired = Environment.GetEnvironmentVariable(RequiredVariable) == "1";

    /// <summary>Path of Chromium; null without it.</summary>
    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : Find("chromium", "chromium-browser", "google-chrome", "chrome.exe");

    /// <summary>How Chromium is started: it draws without a graphics processor, and asks nobody for anything of its own.</summary>
    public static IReadOnlyList<string> ChromiumFlags { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Chromium refuses its sandbox to root, as CI's containers run it.
        .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    /// <summary>Path of npm; null without it.</summary>
    public static string? Npm { get; } = Find(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    private static bool HasDashboard => File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"));

    /// <summary>What a test in a browser lacks, a sentence; null when it lacks nothing.</summary>
    public static string? MissingForBrowser =>
        !HasDashboard ? "The dashboard is not built: install Node.js and build again."
        : Chromium is null ? "There is no Chromium on the PATH: install it, or say in CHROMIUM_PATH where it is."
        : null;

    /// <summary>What a test of npm's lacks, a sentence; null when it lacks nothing.</summary>
    public static string? MissingForNpm => Npm is null ? "There is no npm on the PATH: install Node.js." : null;

    /// <summary>Why a test that lacks something is left out; null when it is to run, or to fail because what it lacks is required.</summary>
    /// <param name="missing">What it lacks; null for nothing.</param>
    public static string? ReasonToSkip(string? missing) => AreRequired ? null : missing;

    private static string? Find(params IEnumerable<string> names)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
