using OmnipotentFutures.Binance.Models;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;
using static OmnipotentFutures.FundingDerivatives.Model.Percents;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>One row for every perpetual that trades. Neither asks nor waits; countdowns are left to the moment of the answer.</summary>
internal sealed class ScreenerTable
{
    private readonly MarketInputs _inputs;

    /// <summary>Makes the rows.</summary>
    /// <param name="inputs">What they are made of.</param>
    public ScreenerTable(MarketInputs inputs)
    {
        _inputs = inputs;
        Rows = [.. inputs.Listed.All.Where(contract => contract is { IsTrading: true, IsPerpetual: true }).Select(RowOf)];
        AsOf = inputs.Premiums.Value is { Count: > 0 } premiums ? premiums.Values.Max(premium => premium.Time) : 0;
    }

    /// <summary>The rows, in no order.</summary>
    public IReadOnlyList<ScreenerRow> Rows { get; }

    /// <summary>Time of the latest rate, Unix ms.</summary>
    public long AsOf { get; }

    /// <summary>Whether the rows would be the same if they were made of other inputs.</summary>
    /// <param name="inputs">The other inputs.</param>
    public bool IsMadeOf(MarketInputs inputs) => _inputs.HasSameData(inputs);

    private ScreenerRow RowOf(FuturesSymbol contract)
    {
        var premium = _inputs.Premiums.Value?.GetValueOrDefault(contract.Symbol);
        var ticker = _inputs.Tickers.Value?.GetValueOrDefault(contract.Symbol);
        var rule = _inputs.FundingRules.Value?.GetValueOrDefault(contract.Symbol);
        var interval = _inputs.FundingRules.Value is null ? (FundingInterval?)null : FundingInterval.Of(rule?.FundingIntervalHours, []);

        var next = premium?.NextFundingTime is > 0 and var time ? time : (long?)null;
        // A rate of zero without a next settlement is how a contract is listed that has no rate.
        var rate = premium?.LastFundingRate is { } fraction && (fraction != 0 || next is not null) ? Percent(fraction) : null;
        var (cap, floor) = (Percent(rule?.AdjustedFundingRateCap), Percent(rule?.AdjustedFundingRateFloor));
        var (mark, index) = (Positive(premium?.MarkPrice), Positive(premium?.IndexPrice));
        // Most contracts do not settle every 8 hours: what is assumed is not reckoned with.
        var hours = interval is { Source: IntervalSource.FundingInfo } published ? published.Hours : (int?)null;
        var gap = GapOf(premium, rate, interval, ticker);
        return new ScreenerRow
        {
            Symbol = contract.Symbol,
            BaseAsset = contract.BaseAsset,
            QuoteAsset = contract.QuoteAsset,
            Rate = rate,
            IntervalHours = interval?.Hours,
            IntervalSource = interval?.Source,
            Rate8Hours = rate is { } current && hours is { } between ? Rounded(FundingCost.Over8Hours(current, between)) : null,
            Apr = rate is { } paid && hours is { } apart ? Rounded(FundingCost.OverYear(paid, apart)) : null,
            Cap = cap,
            Floor = floor,
            CapUtilisation = CapUtilisation(rate, cap, floor),
            NextFundingTime = next,
            SecondsToFunding = null,
            MarkPrice = mark,
            IndexPrice = index,
            IndexBasis = mark / index is { } ratio ? Rounded((ratio - 1) * 100) : null,
            Price = Positive(ticker?.LastPrice),
            PriceChange24Hours = ticker?.PriceChangePercent,
            Volume24HoursUsdt = VolumeUsdt(contract, ticker),
            Status = gap is null ? ScreenerStatus.Ok : ScreenerStatus.Missing,
            Reason = gap,
        };
    }

    private ScreenerGap? GapOf(PremiumIndex? premium, decimal? rate, FundingInterval? interval, Ticker24h? ticker) =>
        premium is null ? ScreenerGap.PremiumIndexMissing
        : rate is null ? ScreenerGap.FundingRateMissing
        : _inputs.Tickers.Value is null ? ScreenerGap.TickerUnavailable
        : ticker is null ? ScreenerGap.TickerMissing
        : interval is { Source: IntervalSource.Assumed } ? ScreenerGap.IntervalAssumed
        : null;

    private decimal? VolumeUsdt(FuturesSymbol contract, Ticker24h? ticker) =>
        // In USDT already: needs no price, and has its volume without any.
        (contract.QuoteAsset == "USDT" ? ticker?.QuoteVolume
            : _inputs.PricesInUsdt.Value is { } prices && prices.TryGetValue(contract.QuoteAsset, out var price) ? ticker?.QuoteVolume * price
            : null) is { } volume ? Math.Round(volume, 2) : null;

    private static decimal? CapUtilisation(decimal? rate, decimal? cap, decimal? floor) => rate switch
    {
        > 0 when cap > 0 => Rounded(rate.Value / cap.Value * 100),
        < 0 when floor < 0 => Rounded(rate.Value / floor.Value * 100),
        0 when cap > 0 || floor < 0 => 0,
        _ => null,
    };

    private static decimal? Positive(decimal? price) => price > 0 ? price : null;
}
