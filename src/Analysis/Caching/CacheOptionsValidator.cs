using System.Globalization;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Refuses to start on settings that cannot be meant.</summary>
internal sealed class CacheOptionsValidator : IValidateOptions<CacheOptions>
{
    public ValidateOptionsResult Validate(string? name, CacheOptions options)
    {
        List<string> failures = [];
        if (options.StaleMinutes is not (>= 0 and <= 1440))
        {
            failures.Add(string.Create(
                CultureInfo.InvariantCulture, $"{CacheOptions.Section}:{nameof(options.StaleMinutes)} is {options.StaleMinutes}: it must be 0 to 1440 minutes."));
        }

        if (options.Megabytes is not (>= 8 and <= 4096))
        {
            failures.Add($"{CacheOptions.Section}:{nameof(options.Megabytes)} is {options.Megabytes}: it must be 8 to 4096.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
