using Microsoft.Extensions.Options;
using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.FundingDerivatives.History;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Finds contracts whose funding is extreme. Near the exchange's cap that is plain; below it the rate must be dear in itself and for the contract,
/// so the history of the most traded candidates is read: at most 90 funding calls in an hour or, where no contract settles more often than every 4 hours, 30.</summary>
internal sealed class ExtremeFinder(MarketReader market, SettlementReader settlements, MarketMeta meta, IOptions<FundingThresholds> thresholds, TimeProvider clock)
{
    private const decimal ExtremeUtilisation = 75;
    private const double ExtremeRank = 0.99;
    private const int LeastSettlements = 60;
    private const int MostChecked = 30;

    // Of 1095 settlements or fewer, a difference far below one place.
    private const double RankTolerance = 1e-9;

    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    /// <summary>Finds them.</summary>
    /// <param name="language">Language of the texts.</param>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">There are neither contracts nor rates.</exception>
    public async Task<ExtremesReport> FindAsync(Language language, CancellationToken cancellationToken)
    {
        var (inputs, table) = await market.ReadAsync(cancellationToken);
        var atCap = table.Rows.Where(row => row.CapUtilisation >= ExtremeUtilisation).ToArray();
        var dear = table.Rows.Where(IsDear).Except(atCap).Sorted(ScreenerColumns.Volume, SortOrder.Desc);
        var checks = await Task.WhenAll(dear.Take(MostChecked).Select(row => CheckAsync(row, cancellationToken)));

        ExtremeRow[] extreme =
        [
            .. atCap.Select(row => Extreme(row, ExtremeReason.CapUtilisation, null, language))
                .Concat(checks.Where(check => check.IsExtreme).Select(check => Extreme(check.Row, ExtremeReason.PercentileAndFloor, check.Standing, language)))
                .OrderByDescending(row => Math.Abs(row.Rate8Hours ?? row.Rate))
                .ThenBy(row => row.Symbol, StringComparer.Ordinal),
        ];
        return new ExtremesReport
        {
            Count = extreme.Length,
            Candidates = atCap.Length + dear.Length,
            RuledOut = checks.Count(check => check is { IsExtreme: false, Doubt: null }),
            Rows = extreme,
            Unconfirmed =
            [
                .. checks.Where(check => check.Doubt is not null).Select(check => Unconfirmed(check.Row, check.Doubt!.Value, check.Known)),
                .. dear.Skip(MostChecked).Select(row => Unconfirmed(row, UnconfirmedReason.NotChecked, null)),
            ],
            AsOf = table.AsOf,
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            Meta = meta.Describe(inputs, table.AsOf, checks.Any(check => check.IsStale), language),
        };
    }

    private bool IsDear(ScreenerRow row) =>
        row.Rate8Hours >= thresholds.Value.LongsPay.Extreme || row.Rate8Hours <= -thresholds.Value.ShortsPay.Extreme;

    private async Task<Check> CheckAsync(ScreenerRow row, CancellationToken cancellationToken)
    {
        var reading = await settlements.ReadAsync(row.Symbol, row.IntervalHours, cancellationToken);
        if (reading.HasFailed)
        {
            return new(row, Doubt: UnconfirmedReason.SettlementsUnavailable);
        }

        var rows = reading.Value ?? [];
        var since = (clock.GetUtcNow() - Window).ToUnixTimeMilliseconds();
        double[] history =
        [
            .. SettledRates.Over8Hours(rows)
                .Where((_, i) => rows[i].FundingTime >= since)
                .OfType<decimal>()
                // Rounded as the screener's rate is: equal rates must be equal to the last digit.
                .Select(rate => (double)Math.Round(rate * 100, ScreenerTable.PercentDecimals)),
        ];
        if (history.Length < LeastSettlements)
        {
            return new(row, Doubt: UnconfirmedReason.InsufficientHistory, Known: history.Length, IsStale: reading.IsStale);
        }

        var standing = Standing.Of(history, (double)row.Rate8Hours!.Value)!;
        var rank = row.Rate8Hours > 0 ? standing.MidRank : 1 - standing.MidRank;
        return new(row, standing, rank >= ExtremeRank - RankTolerance, Known: history.Length, IsStale: reading.IsStale);
    }

    private static ExtremeRow Extreme(ScreenerRow row, ExtremeReason reason, Standing? standing, Language language)
    {
        var side = SideOf(row);
        return new ExtremeRow
        {
            Symbol = row.Symbol,
            Side = side,
            Rate = row.Rate!.Value,
            Rate8Hours = row.Rate8Hours,
            Apr = row.Apr,
            CapUtilisation = row.CapUtilisation,
            Percentile = standing is null ? null : Math.Round((decimal)standing.MidRank * 100, 2),
            N = standing?.Count,
            Reason = reason,
            Signal = ExtremeTexts.Of(side, reason).In(language),
            NextFundingTime = row.NextFundingTime,
            Volume24HoursUsdt = row.Volume24HoursUsdt,
        };
    }

    private static UnconfirmedRow Unconfirmed(ScreenerRow row, UnconfirmedReason reason, int? known) => new()
    {
        Symbol = row.Symbol,
        Side = SideOf(row),
        Rate = row.Rate!.Value,
        Rate8Hours = row.Rate8Hours,
        N = known,
        Reason = reason,
        Volume24HoursUsdt = row.Volume24HoursUsdt,
    };

    private static PayingSide SideOf(ScreenerRow row) => row.Rate > 0 ? PayingSide.LongsPay : PayingSide.ShortsPay;

    // What came of looking at one candidate's own history.
    private sealed record Check(
        ScreenerRow Row, Standing? Standing = null, bool IsExtreme = false, UnconfirmedReason? Doubt = null, int? Known = null, bool IsStale = false);
}
