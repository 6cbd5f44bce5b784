using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Binance;

/// <summary>Checks each setting by its attribute.</summary>
[OptionsValidator]
internal sealed partial class BinanceOptionsValidator : IValidateOptions<BinanceOptions>;

/// <summary>Checks how settings relate to each other.</summary>
internal sealed class BinanceOptionsRelations : IValidateOptions<BinanceOptions>
{
    public ValidateOptionsResult Validate(string? name, BinanceOptions options)
    {
        List<string> failures = [];
        if (options.AttemptTimeoutSeconds > options.TotalTimeoutSeconds)
        {
            failures.Add(
                $"Binance:AttemptTimeoutSeconds ({options.AttemptTimeoutSeconds}) must not be above Binance:TotalTimeoutSeconds ({options.TotalTimeoutSeconds}).");
        }

        AddUnlessHttp(failures, "Binance:FuturesUrl", options.FuturesUrl);
        AddUnlessHttp(failures, "Binance:SpotUrl", options.SpotUrl);
        AddUnlessHttp(failures, "Binance:BracketsUrl", options.BracketsUrl);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void AddUnlessHttp(List<string> failures, string setting, Uri? url)
    {
        // Paths of the catalogue start at the host, so one that is configured would be lost without a word.
        if (url is { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } or { PathAndQuery: not "/" })
        {
            failures.Add($"{setting} ({url}) must be an absolute http or https address without a path.");
        }
    }
}
