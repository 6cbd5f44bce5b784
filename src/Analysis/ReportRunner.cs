using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis.Answers;
using OmnipotentFutures.Analysis.Errors;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Analysis.Symbols;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.Hosting.Problems;

namespace OmnipotentFutures.Analysis;

/// <summary>Gives a report as a ready answer or says why there is none: the same limit of time, the same errors and the same log on every route.</summary>
public sealed partial class ReportRunner(
    SymbolDirectory directory, AnswerStore answers, IOptions<JsonOptions> json, TimeProvider clock, ILogger<ReportRunner> logger)
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

    private readonly JsonSerializerOptions _json = json.Value.SerializerOptions;

    /// <summary>Gives a report of one contract.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="text">The contract as a person typed it; may be null.</param>
    /// <param name="view">What the report depends on beside contract and language: the same view, the same report.</param>
    /// <param name="language">Language of its texts.</param>
    /// <param name="make">Makes the report of a listed contract.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and alone passes as a cancellation.</param>
    /// <returns>The report as JSON, or an error such as that there is no such contract.</returns>
    public ValueTask<AnswerOutcome> RunAsync<TReport>(
        string? text, string view, Language language, Func<FuturesSymbol, CancellationToken, Task<TReport>> make, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        return SymbolName.TryParse(text, out var name)
            ? answers.GetAsync($"{view}/{name}/{language.Code()}", (freshUntil, stop) => GuardAsync(name.Value, token => FindAndMakeAsync(freshUntil, token), stop), cancellationToken)
            : ValueTask.FromResult(new AnswerOutcome(SymbolErrors.Invalid));

        async Task<AnswerOutcome> FindAndMakeAsync(Func<DateTimeOffset> freshUntil, CancellationToken token)
        {
            var listed = await directory.GetAsync(token);
            return listed.Find(name) is { } symbol ? new(Write(await make(symbol, token), language, freshUntil())) : new(SymbolErrors.Unknown(name, listed));
        }
    }

    /// <summary>Gives a report of the whole market.</summary>
    /// <typeparam name="TReport">The response contract.</typeparam>
    /// <param name="view">What the report depends on beside the language: the same view, the same report.</param>
    /// <param name="language">Language of its texts.</param>
    /// <param name="make">Makes the report.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and alone passes as a cancellation.</param>
    /// <returns>The report as JSON, or an error.</returns>
    public ValueTask<AnswerOutcome> RunAsync<TReport>(
        string view, Language language, Func<CancellationToken, Task<TReport>> make, CancellationToken cancellationToken) =>
        RunAsync(view, language, make, (report, freshUntil) => Write(report, language, freshUntil), cancellationToken);

    /// <summary>Gives a report of the whole market in another form than JSON.</summary>
    /// <typeparam name="TReport">What is written.</typeparam>
    /// <param name="view">What the answer depends on beside the language: the same view, the same answer.</param>
    /// <param name="language">Language of its texts.</param>
    /// <param name="make">Makes the report.</param>
    /// <param name="write">Writes it as an answer that holds until a time.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and alone passes as a cancellation.</param>
    /// <returns>The answer or an error.</returns>
    public ValueTask<AnswerOutcome> RunAsync<TReport>(
        string view,
        Language language,
        Func<CancellationToken, Task<TReport>> make,
        Func<TReport, DateTimeOffset, ReadyAnswer> write,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(write);
        return answers.GetAsync(
            $"{view}/{language.Code()}",
            (freshUntil, stop) => GuardAsync(view, async token => new(write(await make(token), freshUntil())), stop),
            cancellationToken);
    }

    private ReadyAnswer Write<TReport>(TReport report, Language language, DateTimeOffset freshUntil) =>
        ReadyAnswer.Json(
            JsonSerializer.SerializeToUtf8Bytes(new AnalysisResponse<TReport>(true, report), _json.GetTypeInfo(typeof(AnalysisResponse<TReport>))),
            language.Code(),
            freshUntil);

    private async Task<AnswerOutcome> GuardAsync(string subject, Func<CancellationToken, Task<AnswerOutcome>> run, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            return await run(linked.Token);
        }
        catch (BinanceException failure)
        {
            LogFailure(failure.LevelInLog, subject, failure.Kind, failure.Message);
            return new(failure.ToServiceError());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            LogFailure(LogLevel.Warning, subject, BinanceErrorKind.Timeout, TooSlow.Message);
            return new(TooSlow);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What still runs when the service has ended finds its parts gone, and nobody waits for it.
            stop.ThrowIfCancellationRequested();

            // One symbol that trips over a fault of ours must not fail the rest of its batch.
            LogFault(fault, subject);
            return new(OurFault);
        }
    }

    [LoggerMessage(Message = "No report of {Subject}: {Kind}, {Reason}")]
    private partial void LogFailure(LogLevel level, string subject, BinanceErrorKind kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "No report of {Subject}: a fault of our own")]
    private partial void LogFault(Exception fault, string subject);
}
