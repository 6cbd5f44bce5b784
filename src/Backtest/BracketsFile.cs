using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Backtest;

/// <summary>A bracket table that the command line names.</summary>
internal static class BracketsFile
{
    /// <exception cref="InvalidSetupException">The file cannot be read, its rows are no ladder, or it lacks the contract.</exception>
    public static BracketLadder Read(string file, string symbol)
    {
        try
        {
            return BracketFile.Parse(File.ReadAllBytes(file)).TryGetValue(symbol, out var ladder)
                ? ladder
                : throw new InvalidSetupException($"The file '{file}' has no brackets of '{symbol}'.");
        }
        catch (InvalidBracketFileException invalid)
        {
            throw new InvalidSetupException($"'{file}': {invalid.Message}");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSetupException(unreadable.Message);
        }
    }
}
