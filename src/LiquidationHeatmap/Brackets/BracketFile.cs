using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>The operator's own brackets, for the contracts that the file names.</summary>
internal sealed partial class BracketFile(IOptions<BracketsOptions> options, ILogger<BracketFile> logger)
{
    private static readonly Dictionary<string, BracketLadder> Nothing = [];

    private volatile IReadOnlyDictionary<string, BracketLadder> _ladders = Nothing;

    // By content: a file that is swapped behind a link, as orchestrators do, keeps the times of the link.
    private string? _seen;

    private string Name => options.Value.File;

    /// <summary>The ladder that the file gives a contract, if it does.</summary>
    public BracketLadder? Find(string symbol) => _ladders.GetValueOrDefault(symbol);

    /// <summary>Takes the file in if it has changed. A bad one is refused, once, and the last good one stays in use.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Name.Length == 0)
        {
            return;
        }

        try
        {
            var content = await File.ReadAllBytesAsync(Name, cancellationToken);
            if (IsNew(Convert.ToHexString(SHA256.HashData(content))))
            {
                _ladders = Parse(content);
                LogTakenIn(Name, _ladders.Count);
            }
        }
        catch (InvalidBracketFileException invalid)
        {
            LogRefused(Name, invalid.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            if (IsNew(unreadable.Message))
            {
                LogRefused(Name, unreadable.Message);
            }
        }
    }

    /// <summary>Reads a file's content.</summary>
    /// <exception cref="InvalidBracketFileException">It is not of the form, or some contract's rows are no ladder.</exception>
    public static IReadOnlyDictionary<string, BracketLadder> Parse(ReadOnlySpan<byte> content)
    {
        // Some editors begin a file with it, and JSON does not.
        var json = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        try
        {
            var symbols = JsonSerializer.Deserialize(json, BracketsJsonContext.Default.SymbolBracketsArray) ?? [];
            var reading = BracketReader.Read(symbols);
            return reading switch
            {
                { Faults: [var fault, ..] } => throw new InvalidBracketFileException(fault),
                { Ladders.Count: 0 } => throw new InvalidBracketFileException("it names no contract"),
                _ => reading.Ladders,
            };
        }
        catch (JsonException malformed)
        {
            throw new InvalidBracketFileException(
                $"line {malformed.LineNumber + 1}, {malformed.Path ?? "$"} is not of the form [{{\"symbol\":…,\"brackets\":[{{\"initialLeverage\":…,\"notionalCap\":…,\"notionalFloor\":…,\"maintMarginRatio\":…,\"cum\":…}}]}}]");
        }
    }

    private bool IsNew(string seen)
    {
        var isNew = seen != _seen;
        _seen = seen;
        return isNew;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Margin brackets of {Symbols} symbols taken in from the file {File}")]
    private partial void LogTakenIn(string file, int symbols);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bracket file {File} is refused, the last good one stays in use: {Reason}")]
    private partial void LogRefused(string file, string reason);
}
