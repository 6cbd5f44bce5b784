using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Binance;

/// <summary>Says of each setting that cannot work its name, its value and what is allowed.</summary>
internal sealed class BinanceOptionsValidator : IValidateOptions<BinanceOptions>
{
    public ValidateOptionsResult Validate(string? name, BinanceOptions options)
    {
        List<string> failures = [];
        AddUnlessHttp(failures, nameof(options.FuturesUrl), options.FuturesUrl);
        AddUnlessHttp(failures, nameof(options.SpotUrl), options.SpotUrl);
        AddUnlessHttp(failures, nameof(options.BracketsUrl), options.BracketsUrl);
        AddUnlessWithin(failures, nameof(options.BudgetShare), options.BudgetShare, 0.03, 1, ", as a fraction");
        AddUnlessWithin(failures, nameof(options.MaxBudgetWaitSeconds), options.MaxBudgetWaitSeconds, 0.1, 60, " seconds");
        AddUnlessWithin(failures, nameof(options.AttemptTimeoutSeconds), options.AttemptTimeoutSeconds, 0.1, 60, " seconds");
        AddUnlessWithin(failures, nameof(options.TotalTimeoutSeconds), options.TotalTimeoutSeconds, 0.1, 60, " seconds");
        if (options.AttemptTimeoutSeconds > options.TotalTimeoutSeconds)
        {
            failures.Add(FormattableString.Invariant(
                $"Binance:AttemptTimeoutSeconds ({options.AttemptTimeoutSeconds}) must not be above Binance:TotalTimeoutSeconds ({options.TotalTimeoutSeconds})."));
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void AddUnlessWithin(List<string> failures, string setting, double value, double least, double most, string unit)
    {
        // Not the reverse comparison, which lets NaN pass.
        if (!(value >= least && value <= most))
        {
            failures.Add(FormattableString.Invariant($"{BinanceOptions.Section}:{setting} ({value}) must be from {least} to {most}{unit}."));
        }
    }

    private static void AddUnlessHttp(List<string> failures, string setting, Uri? url)
    {
        // Paths of the catalogue start at the host, so one that is configured would be lost without a word.
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/" })
        {
            failures.Add($"{BinanceOptions.Section}:{setting} ({url}) must be an absolute http or https address without a path.");
        }
    }
}
