using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Symbols;

namespace OmnipotentFutures.Analysis.Watch;

/// <summary>Refuses to start on a watch list that cannot be meant.</summary>
internal sealed class WatchOptionsValidator : IValidateOptions<WatchOptions>
{
    public ValidateOptionsResult Validate(string? name, WatchOptions options)
    {
        List<string> failures = [];
        if (options.Largest is < 0 or > WatchOptions.Most)
        {
            failures.Add($"{WatchOptions.Section}:{nameof(options.Largest)} is {options.Largest}: it must be 0 to {WatchOptions.Most}.");
        }

        if (options.Symbols.Count > WatchOptions.Most)
        {
            failures.Add($"{WatchOptions.Section}:{nameof(options.Symbols)} names {options.Symbols.Count} contracts: at most {WatchOptions.Most} can be kept warm.");
        }

        failures.AddRange(
            from symbol in options.Symbols.Index()
            where !SymbolName.TryParse(symbol.Item, out _)
            select $"{WatchOptions.Section}:{nameof(options.Symbols)}:{symbol.Index} is '{symbol.Item}': it must be a symbol, such as BTCUSDT.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
