using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Errors;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>Makes a report or says why there is none: the same limit of time, the same errors and the same log on every route.</summary>
public sealed partial class ReportRunner(SymbolDirectory directory, TimeProvider clock, ILogger<ReportRunner> logger)
{
    // Below the gateway's ten seconds, so that its caller gets the cause and not just a timeout.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    private static readonly ServiceError TooSlow = new(
        ErrorCodes.UpstreamTimeout,
        StatusCodes.Status504GatewayTimeout,
        $"The exchange did not answer everything within {Limit.TotalSeconds:0} seconds. The same call may succeed later.");

    private static readonly ServiceError OurFault = new(
        ErrorCodes.InternalError,
        StatusCodes.Status500InternalServerError,
        "Something went wrong on our side while making this report. The log has the cause.");

    /// <summary>Makes a report of one contract.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="text">The contract as a person typed it; may be null.</param>
    /// <param name="make">Makes the report of a listed contract.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and alone passes as a cancellation.</param>
    /// <returns>The report, or an error such as that there is no such contract.</returns>
    public async Task<AnalysisOutcome<TReport>> RunAsync<TReport>(
        string? text, Func<FuturesSymbol, CancellationToken, Task<TReport>> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        return SymbolName.TryParse(text, out var name)
            ? await GuardAsync(name.Value, FindAndMakeAsync, cancellationToken)
            : new(SymbolErrors.Invalid);

        async Task<AnalysisOutcome<TReport>> FindAndMakeAsync(CancellationToken token)
        {
            var listed = await directory.GetAsync(token);
            return listed.Find(name) is { } symbol ? new(await make(symbol, token)) : new(SymbolErrors.Unknown(name, listed));
        }
    }

    /// <summary>Makes a report of the whole market.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="subject">What the report is, for the log.</param>
    /// <param name="make">Makes the report.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and alone passes as a cancellation.</param>
    /// <returns>The report or an error.</returns>
    public Task<AnalysisOutcome<TReport>> RunAsync<TReport>(string subject, Func<CancellationToken, Task<TReport>> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        return GuardAsync<TReport>(subject, async token => new(await make(token)), cancellationToken);
    }

    private async Task<AnalysisOutcome<TReport>> GuardAsync<TReport>(
        string subject, Func<CancellationToken, Task<AnalysisOutcome<TReport>>> run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await run(linked.Token);
        }
        catch (BinanceException failure)
        {
            LogFailure(subject, failure.Kind, failure.Message);
            return new(failure.ToServiceError());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(subject, BinanceErrorKind.Timeout, TooSlow.Message);
            return new(TooSlow);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One symbol that trips over a fault of ours must not fail the rest of its batch.
            LogFault(fault, subject);
            return new(OurFault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No report of {Subject}: {Kind}, {Reason}")]
    private partial void LogFailure(string subject, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "No report of {Subject}: a fault of our own")]
    private partial void LogFault(Exception fault, string subject);
}
