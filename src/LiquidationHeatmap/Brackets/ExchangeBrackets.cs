using Microsoft.Extensions.Options;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;

namespace OmnipotentFutures.LiquidationHeatmap.Brackets;

/// <summary>The exchange's own table: asked for once a day, kept between starts, and never exchanged for a worse one.</summary>
internal sealed partial class ExchangeBrackets(
    BinanceWebsiteClient website, ExchangeSource source, KeptBrackets kept, IOptions<BinanceOptions> options, TimeProvider clock, ILogger<ExchangeBrackets> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Soon at first, for at a start of everything the exchange's stand-in or the network may come up last; then ever more rarely.
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private const double PauseGrowth = 4;

    // A start is not held up by a website: what is to be had without it must do after this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BracketTable? _table;
    private DateTimeOffset _due = DateTimeOffset.MinValue;
    private TimeSpan _pause = FirstPause;

    /// <summary>Whether the table is to be asked for.</summary>
    public bool IsDue => _due <= clock.GetUtcNow();

    private string Host => options.Value.BracketsUrl.Authority;

    /// <summary>A contract's ladder in the market that is analysed. A table of another market, such as a simulated one, has none.</summary>
    public DatedLadder? Find(string symbol) => _table is { } table && table.Origin == source.Name ? table.Ladders.GetValueOrDefault(symbol) : null;

    /// <summary>Waits for the first table or the first failure, for a short time at most.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _settled.Task.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Begins with the table that was kept.</summary>
    public void Load()
    {
        if (kept.Read() is not { } table)
        {
            return;
        }

        _table = table;
        _settled.TrySetResult();
        LogKept(table.Ladders.Count, Host, table.Origin);
        var age = clock.GetUtcNow().ToUnixTimeMilliseconds() - table.FetchedAt;
        // A stand-in may be another with every start, and a clock may have been wrong.
        if (table.Origin == ExchangeSource.Binance && age >= 0 && age < Fresh.TotalMilliseconds)
        {
            _due = clock.GetUtcNow() + Fresh - TimeSpan.FromMilliseconds(age);
        }
    }

    /// <summary>Asks for the table. A contract whose rows are bad keeps its last good ladder; a table that is bad in most is refused.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        _due = clock.GetUtcNow() + _pause;
        _pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, (long)(_pause.Ticks * PauseGrowth)));
        var asked = clock.GetUtcNow();
        try
        {
            var rows = await website.GetBracketsAsync(cancellationToken);
            var reading = BracketReader.Read(rows);
            if (reading.Ladders.Count <= reading.Faults.Count)
            {
                LogRefused(Host, rows.Count == 0 ? "it names no contract" : $"{reading.Faults.Count} of {rows.Count} contracts are bad, such as {reading.Faults[0]}");
                return;
            }

            _table = Merge(reading, asked.ToUnixTimeMilliseconds());
            (_due, _pause) = (asked + Fresh, FirstPause);
            LogTakenIn(reading.Ladders.Count, Host, _table.Origin);
            if (reading.Faults is [var first, ..])
            {
                LogFaults(reading.Faults.Count, Host, first);
            }
        }
        catch (BinanceException failure)
        {
            LogRefused(Host, failure.Message);
            return;
        }
        finally
        {
            _settled.TrySetResult();
        }

        await kept.WriteAsync(_table, cancellationToken);
    }

    private BracketTable Merge(BracketReading reading, long asked)
    {
        var origin = source.NameOf(options.Value.BracketsUrl)!;
        var ladders = _table?.Origin == origin ? new Dictionary<string, DatedLadder>(_table.Ladders) : [];
        foreach (var (symbol, ladder) in reading.Ladders)
        {
            ladders[symbol] = new DatedLadder(ladder, asked);
        }

        return new BracketTable(origin, asked, ladders);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Margin brackets of {Symbols} symbols taken in from {Host} ({Source})")]
    private partial void LogTakenIn(int symbols, string host, string source);

    [LoggerMessage(Level = LogLevel.Information, Message = "Margin brackets of {Symbols} symbols, kept from {Host} ({Source}), are in use")]
    private partial void LogKept(int symbols, string host, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} symbols keep the margin brackets they had, because those from {Host} are bad, such as {Fault}")]
    private partial void LogFaults(int count, string host, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The margin brackets from {Host} are refused, those before stay in use: {Reason}")]
    private partial void LogRefused(string host, string reason);
}
