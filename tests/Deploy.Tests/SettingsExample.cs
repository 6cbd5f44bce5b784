using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace OmnipotentFutures.Deploy.Tests;

/// <summary>The settings that <c>.env.example</c> lists, by name, with their defaults.</summary>
internal static partial class SettingsExample
{
    public static IReadOnlyDictionary<string, string> Defaults { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, ".env.example"))
        .Select(line => Setting().Match(line))
        .Where(match => match.Success)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    /// <summary>The defaults as a service reads them from its environment.</summary>
    public static IConfiguration AsEnvironment() => new ConfigurationBuilder()
        .AddInMemoryCollection(Defaults.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)))
        .Build();

    [GeneratedRegex("^#(?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$")]
    private static partial Regex Setting();
}
