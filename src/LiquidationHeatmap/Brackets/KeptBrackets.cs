using System.Text.Json;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>Keeps the exchange's table on disk, a file a host, so that a start without the exchange is not a start without brackets.</summary>
internal sealed partial class KeptBrackets(IOptions<BracketsOptions> options, IOptions<BinanceOptions> binance, ILogger<KeptBrackets> logger)
{
    private bool _hasFailed;

    private string Host => binance.Value.BracketsUrl.Authority;

    private string FileName => Path.Combine(
        options.Value.KeptIn, string.Concat(Host.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_')) + ".json");

    /// <summary>The table that was kept of the configured host.</summary>
    /// <returns>Null when there is none, or none that can be read.</returns>
    public BracketTable? Read()
    {
        try
        {
            var kept = JsonSerializer.Deserialize(File.ReadAllBytes(FileName), BracketsJsonContext.Default.KeptTable);
            return kept?.Host == Host ? kept.ToTable() : null;
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            LogUnreadable(FileName, unreadable.Message);
            return null;
        }
    }

    /// <summary>Keeps a table. Where that cannot be, the first time is told and the service goes on without.</summary>
    public async Task WriteAsync(BracketTable table, CancellationToken cancellationToken)
    {
        var unfinished = $"{FileName}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(options.Value.KeptIn);
            await using (var stream = File.Create(unfinished))
            {
                await JsonSerializer.SerializeAsync(stream, KeptTable.Of(Host, table), BracketsJsonContext.Default.KeptTable, cancellationToken);
            }

            // Whoever reads it sees the old table or the new one, never a part.
            File.Move(unfinished, FileName, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!_hasFailed)
            {
                LogNotKept(options.Value.KeptIn, failure.Message);
            }

            _hasFailed = true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The margin brackets kept in {File} cannot be read: {Reason}")]
    private partial void LogUnreadable(string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Margin brackets cannot be kept in {Directory}, so each start has to ask for them: {Reason}")]
    private partial void LogNotKept(string directory, string reason);
}
