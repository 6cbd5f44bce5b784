using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Analysis;

/// <summary>What a service adds to the common routes: the analysis of one listed contract.</summary>
/// <typeparam name="TReport">The response contract.</typeparam>
public interface IAnalyzer<TReport>
{
    /// <summary>Analyses a contract.</summary>
    /// <param name="symbol">The contract, listed but not necessarily trading.</param>
    /// <param name="query">How it is asked for.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <returns>The report. Inputs that are not to be had leave gaps in it; they do not fail it.</returns>
    /// <exception cref="BinanceException">Nothing useful can be said without the exchange.</exception>
    Task<TReport> AnalyzeAsync(FuturesSymbol symbol, AnalysisQuery query, CancellationToken cancellationToken);
}
