using System.Globalization;
using OmnipotentFutures.Backtest.Recording;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Backtest;

/// <summary>Writes what the model says of every hour, for others to score.</summary>
internal static class PredictionsFile
{
    /// <summary>Writes a CSV file with the columns <c>timestamp</c> (start of the hour, Unix ms), <c>long_usd</c> and <c>short_usd</c>.</summary>
    /// <exception cref="InvalidSetupException">The file cannot be written.</exception>
    public static async Task WriteAsync(string file, IEnumerable<HourlyVolume> volumes, CancellationToken cancellationToken)
    {
        var rows = volumes.Select(volume => string.Create(CultureInfo.InvariantCulture, $"{volume.Start},{volume.Longs:0.##},{volume.Shorts:0.##}"));
        try
        {
            await File.WriteAllLinesAsync(file, rows.Prepend("timestamp,long_usd,short_usd"), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSetupException($"The predictions cannot be written to '{file}': {failure.Message}");
        }
    }
}
