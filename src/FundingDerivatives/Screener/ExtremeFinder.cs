using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Exchange;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;
using OmnipotentFutures.FundingDerivatives.Report;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Finds contracts whose funding is extreme, by the level that <c>/analyze</c> gives them. That takes their own settlements, so only those are looked
/// at whose rate could be extreme, the clearest and most traded first: at most 40, and an hour later again.</summary>
internal sealed class ExtremeFinder(
    MarketReader market, SettlementReader settlements, LevelMemory memory, MarketMeta meta, IOptions<FundingThresholds> thresholds, ExchangeTime time)
{
    private const int MostChecked = 40;

    private readonly LevelRules _rules = thresholds.Value.ToRules();

    /// <summary>Finds them.</summary>
    /// <param name="language">Language of the texts.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">There are neither contracts nor rates.</exception>
    public async Task<ExtremesReport> FindAsync(Language language, CancellationToken cancellationToken)
    {
        var (inputs, table) = await market.ReadAsync(cancellationToken);
        ScreenerRow[] candidates =
        [
            .. table.Rows.Where(row => row.Rate is not (null or 0) && IsCandidate(row))
                .Sorted(ScreenerColumns.Volume, SortOrder.Desc)
                .OrderByDescending(IsClear),
        ];
        var checks = await Task.WhenAll(candidates.Take(MostChecked).Select(row => CheckAsync(row, inputs, cancellationToken)));
        ExtremeRow[] extreme =
        [
            .. checks.Where(check => check.IsExtreme)
                .Select(check => Extreme(check, language))
                .OrderByDescending(row => Math.Abs(row.Rate8Hours ?? row.Rate))
                .ThenBy(row => row.Symbol, StringComparer.Ordinal),
        ];
        return new ExtremesReport
        {
            Count = extreme.Length,
            Candidates = candidates.Length,
            RuledOut = checks.Count(check => check is { IsExtreme: false, Doubt: null }),
            Rows = extreme,
            Unconfirmed =
            [
                .. checks.Where(check => check.Doubt is not null).Select(check => Unconfirmed(check.Row, check.Doubt!.Value, check.Settlements)),
                .. candidates.Skip(MostChecked).Select(row => Unconfirmed(row, UnconfirmedReason.NotChecked, null)),
            ],
            AsOf = table.AsOf,
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            Meta = meta.Describe(inputs, table.AsOf, checks.Any(check => check.IsStale), language),
        };
    }

    // A level once reached is held down to a share of its entry, and where funding is paid hourly its reason may lie in the past.
    private bool IsCandidate(ScreenerRow row) => IsNear(row, _rules.FloorShare) || row.IntervalHours == 1;

    private bool IsClear(ScreenerRow row) => IsNear(row, 1);

    private bool IsNear(ScreenerRow row, double share)
    {
        // Of an interval that is not published the shortest is feared.
        var over8Hours = row.Rate8Hours ?? (row.Rate ?? 0) * 8;
        var floor = _rules.FloorsOf(row.Rate > 0 ? PayingSide.Longs : PayingSide.Shorts).Extreme;
        return Math.Abs(over8Hours) >= (decimal)(share * floor) * 100 || row.CapUtilisation >= (decimal)(share * _rules.CapUtilisation) * 100;
    }

    private async Task<Check> CheckAsync(ScreenerRow row, MarketInputs inputs, CancellationToken cancellationToken)
    {
        var reading = await settlements.ReadAsync(row.Symbol, row.IntervalHours, cancellationToken);
        var state = FundingState.Of(
            isTrading: true,
            inputs.Premiums.Value![row.Symbol],
            inputs.FundingRules.Value?.GetValueOrDefault(row.Symbol),
            reading.Value ?? [],
            _rules,
            time.Now.ToUnixTimeMilliseconds(),
            memory.Find(row.Symbol));
        memory.Keep(row.Symbol, state);
        var doubt = state.Crowding is { Level: CrowdingLevel.Extreme } ? (UnconfirmedReason?)null
            : reading.HasFailed ? UnconfirmedReason.SettlementsUnavailable
            : state.Crowding is { Level: CrowdingLevel.InsufficientHistory } && IsClear(row) ? UnconfirmedReason.InsufficientHistory
            : null;
        // What the screener must assume of the interval the settlements have told.
        var known = row with
        {
            Rate8Hours = row.Rate8Hours ?? Percents.Rounded(FundingCost.Over8Hours(row.Rate!.Value, state.Interval.Hours)),
            Apr = row.Apr ?? Percents.Rounded(FundingCost.OverYear(row.Rate!.Value, state.Interval.Hours)),
        };
        return new(known, state.Crowding, doubt, reading.HasFailed ? null : state.Crowding?.HistoryCount, reading.IsStale);
    }

    private static ExtremeRow Extreme(Check check, Language language)
    {
        var (row, crowding) = (check.Row, check.Crowding!);
        var side = crowding.Side.Answer();
        return new ExtremeRow
        {
            Symbol = row.Symbol,
            Side = side,
            Rate = row.Rate!.Value,
            Rate8Hours = row.Rate8Hours,
            Apr = row.Apr,
            CapUtilisation = row.CapUtilisation,
            Percentile = crowding.MidRank is { } rank ? Math.Round((decimal)rank * 100, 2) : null,
            N = crowding.HistoryCount,
            Reasons = crowding.Reasons.Answer(),
            Signal = AlertTexts.Of(AlertMetric.Funding, side, FundingLevel.Extreme, AlertState.Fired).In(language),
            NextFundingTime = row.NextFundingTime,
            Volume24HoursUsdt = row.Volume24HoursUsdt,
        };
    }

    private static UnconfirmedRow Unconfirmed(ScreenerRow row, UnconfirmedReason reason, int? known) => new()
    {
        Symbol = row.Symbol,
        Side = row.Rate > 0 ? FundingSide.LongsPay : FundingSide.ShortsPay,
        Rate = row.Rate!.Value,
        Rate8Hours = row.Rate8Hours,
        N = known,
        Reason = reason,
        Volume24HoursUsdt = row.Volume24HoursUsdt,
    };

    // What came of looking at one candidate's own history.
    private sealed record Check(ScreenerRow Row, Crowding? Crowding, UnconfirmedReason? Doubt, int? Settlements, bool IsStale)
    {
        public bool IsExtreme => Crowding is { Level: CrowdingLevel.Extreme };
    }
}
