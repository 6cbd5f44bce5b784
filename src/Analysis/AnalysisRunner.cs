using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OmnipotentFutures.Analysis.Errors;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>One analysis from what a person typed to a report or an error, the same for one symbol and for each of a batch.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
internal sealed partial class AnalysisRunner<TReport>(
    IAnalyzer<TReport> analyzer, SymbolDirectory directory, TimeProvider clock, ILogger<AnalysisRunner<TReport>> logger)
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
        "Something went wrong on our side while analysing this symbol. The log has the cause.");

    public async Task<AnalysisOutcome<TReport>> RunAsync(string? text, AnalysisQuery query, CancellationToken cancellationToken)
    {
        if (!SymbolName.TryParse(text, out var name))
        {
            return new(SymbolErrors.Invalid);
        }

        using var limit = new CancellationTokenSource(Limit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var listed = await directory.GetAsync(linked.Token);
            return listed.Find(name) is { } symbol
                ? new(await analyzer.AnalyzeAsync(symbol, query, linked.Token))
                : new(SymbolErrors.Unknown(name, listed));
        }
        catch (BinanceException failure)
        {
            LogFailure(name.Value, failure.Kind, failure.Message);
            return new(failure.ToServiceError());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(name.Value, BinanceErrorKind.Timeout, TooSlow.Message);
            return new(TooSlow);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One symbol that trips over a fault of ours must not fail the rest of its batch.
            LogFault(fault, name.Value);
            return new(OurFault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No analysis of {Symbol}: {Kind}, {Reason}")]
    private partial void LogFailure(string symbol, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "No analysis of {Symbol}: a fault of our own")]
    private partial void LogFault(Exception fault, string symbol);
}

/// <summary>A report or the reason why there is none.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
internal sealed record AnalysisOutcome<TReport>
{
    public AnalysisOutcome(TReport report) => Report = report;

    public AnalysisOutcome(ServiceError error) => Error = error;

    public TReport? Report { get; }

    public ServiceError? Error { get; }
}
