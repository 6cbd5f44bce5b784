using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>Makes the report of a history, and says when there is none or an old one.</summary>
internal sealed class HistoryMaker(HistoryReader reader, ExchangeSource source, ExchangeTime time)
{
    private const string ModelVersion = "history-1";

    // Twice the distance between points and some more: one point may fail to come.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestFundingInterval = TimeSpan.FromHours(8);

    private static readonly Gap BasisNotApplicable = new(
        "basis_not_applicable",
        new("Borsa bu sözleşme türü için basis geçmişi tutmuyor.", "The exchange keeps no history of the basis of this kind of contract."),
        null);

    private static readonly Gap Missing = new(
        "history_missing",
        new("Borsa bu sözleşme için bu geçmişi tutmuyor.", "The exchange keeps no such history of this contract."),
        "history");

    private static readonly Gap NotUpdated = new(
        "history_not_updated",
        new("Borsa bir süredir yeni nokta eklemedi.", "The exchange has added no point for a while."),
        null);

    private static readonly Gap ValueNotConverted = new(
        "value_usdt_missing",
        new(
            "Sözleşme USDT ile fiyatlanmıyor: geçmiş değerler USDT'ye çevrilmedi, value_quote kotasyon varlığındadır.",
            "The contract is not quoted in USDT: past values are not converted, value_quote is in the quote asset."),
        null);

    /// <summary>Makes the report.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="query">Which history.</param>
    /// <param name="language">Language of the texts.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">The exchange could not be asked.</exception>
    public async Task<HistoryReport> MakeAsync(FuturesSymbol contract, HistoryQuery query, Language language, CancellationToken cancellationToken)
    {
        var reading = NotApplicable(contract, query.Metric) is null
            ? await reader.ReadAsync(contract, query, cancellationToken)
            : Reading<HistoryPoint[]>.None(time.Now);
        var now = time.Now.ToUnixTimeMilliseconds();
        var points = (reading.Value ?? []).TakeLast(query.Limit).ToArray();
        var newest = points.LastOrDefault()?.Time;
        var age = newest is { } last ? Math.Max(0, now - last) : (long?)null;

        var (status, gap) = StatusOf(contract, query, reading, age);
        Gap?[] gaps =
        [
            contract.IsTrading ? null : Gap.NotTrading,
            gap == Gap.StaleInput ? null : gap,
            query.Metric == HistoryMetric.OpenInterest && points is [OpenInterestHistoryPoint { ValueUsdt: null }, ..] ? ValueNotConverted : null,
        ];
        return new HistoryReport
        {
            Symbol = contract.Symbol,
            Metric = query.Metric,
            Period = query.Metric == HistoryMetric.Funding ? null : query.Period.Name,
            Points = points,
            Status = status,
            Reason = gap?.Text.In(language),
            Code = gap?.Code,
            AsOf = newest,
            AgeSeconds = age / 1000m,
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            Meta = AnalysisMeta.Describe(
                source.Name,
                newest ?? now,
                reading.IsStale,
                ModelVersion,
                [.. gaps.Select(known => known?.Input).OfType<string>()],
                gaps.OfType<Gap>().Select(known => AnalysisWarning.Of(known.Code, known.Text, language)),
                language),
        };
    }

    private static (BlockStatus Status, Gap? Gap) StatusOf(FuturesSymbol contract, HistoryQuery query, Reading<HistoryPoint[]> reading, long? age)
    {
        if (NotApplicable(contract, query.Metric) is { } impossible)
        {
            return (BlockStatus.NotApplicable, impossible);
        }

        if (age is null)
        {
            // An empty answer is a history without points; a refusal says that there is no such history.
            return reading.Value is null && query.Metric == HistoryMetric.Basis ? (BlockStatus.NotApplicable, BasisNotApplicable) : (BlockStatus.Missing, Missing);
        }

        var distance = query.Metric == HistoryMetric.Funding ? LongestFundingInterval : query.Period.Length;
        var gap = age > ((2 * distance) + Grace).TotalMilliseconds ? NotUpdated : reading.IsStale ? Gap.StaleInput : null;
        return (gap is null ? BlockStatus.Ok : BlockStatus.Stale, gap);
    }

    // What need not be asked.
    private static Gap? NotApplicable(FuturesSymbol contract, HistoryMetric metric) => metric switch
    {
        HistoryMetric.Funding when !contract.PaysFunding() => Gap.FundingNotApplicable,
        // Basis is asked for by the type of a delivery contract, and one that is being delivered has none of those the exchange takes.
        HistoryMetric.Basis when !contract.PaysFunding() && contract.ContractType is not ("CURRENT_QUARTER" or "NEXT_QUARTER") => BasisNotApplicable,
        _ => null,
    };
}
