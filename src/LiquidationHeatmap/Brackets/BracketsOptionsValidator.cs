using Microsoft.Extensions.Options;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Refuses to start on a bracket file that cannot be used: whoever gives one does not want the exchange's brackets in its place.</summary>
internal sealed class BracketsOptionsValidator : IValidateOptions<BracketsOptions>
{
    public ValidateOptionsResult Validate(string? name, BracketsOptions options)
    {
        if (options.File.Length == 0)
        {
            return ValidateOptionsResult.Success;
        }

        try
        {
            BracketFile.Parse(File.ReadAllBytes(options.File));
            return ValidateOptionsResult.Success;
        }
        catch (InvalidBracketFileException invalid)
        {
            return Refuse(invalid.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refuse($"it cannot be read. {unreadable.Message}");
        }

        ValidateOptionsResult Refuse(string reason) =>
            ValidateOptionsResult.Fail($"{BracketsOptions.Section}:{nameof(options.File)} ({options.File}): {reason.TrimEnd('.')}.");
    }
}
