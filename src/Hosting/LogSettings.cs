using Microsoft.Extensions.Configuration;
using Serilog.Events;

namespace OmnipotentFutures.Hosting;

/// <summary>The settings of the log, checked: the logger itself would go without a file that it cannot write, and say nothing.</summary>
internal static class LogSettings
{
    private const string ConsoleLevelName = "LOG_CONSOLE_LEVEL";
    private const string DirectoryName = "LOG_DIRECTORY";
    private const string MinimumLevel = "Serilog:MinimumLevel";

    /// <summary>Folder of the log files.</summary>
    public static string DirectoryOf(IConfiguration configuration) => configuration[DirectoryName] is { Length: > 0 } directory ? directory : "logs";

    /// <summary>Least level on the console.</summary>
    public static LogEventLevel ConsoleLevelOf(IConfiguration configuration) =>
        configuration[ConsoleLevelName] is { Length: > 0 } level ? Enum.Parse<LogEventLevel>(level, ignoreCase: true) : LogEventLevel.Verbose;

    /// <summary>What is wrong with the settings: a sentence each.</summary>
    public static IEnumerable<string> Failures(IConfiguration configuration)
    {
        string[] levels = [ConsoleLevelName, MinimumLevel, $"{MinimumLevel}:Default", .. configuration.GetSection($"{MinimumLevel}:Override").GetChildren().Select(source => source.Path)];
        foreach (var setting in levels)
        {
            if (configuration[setting] is { Length: > 0 } level && !IsLevel(level))
            {
                yield return $"{setting} is '{level}': it must be one of {string.Join(", ", Enum.GetNames<LogEventLevel>())}.";
            }
        }

        var directory = DirectoryOf(configuration);
        if (WhyNotWritable(directory) is { } reason)
        {
            yield return $"{DirectoryName} is '{directory}': log files cannot be written there. {reason}";
        }
    }

    private static bool IsLevel(string text) => Enum.GetNames<LogEventLevel>().Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string? WhyNotWritable(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            using var probe = new FileStream(
                Path.Combine(directory, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return failure.Message;
        }
    }
}
