using OmnipotentFutures.Analysis;
using OmnipotentFutures.Analysis.Localization;
using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Inputs;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Texts;

namespace OmnipotentFutures.FundingDerivatives;

/// <summary>Makes one report of what was read, and names what is missing from it. Neither asks nor waits.</summary>
internal sealed class ReportComposer(FundingInputs inputs, FundingThresholds thresholds, Language language)
{
    private const string ModelVersion = "funding-1";
    private const string Usdt = "USDT";
    private const int PercentDecimals = 6;
    private const decimal DayMs = 86_400_000;

    // The exchange goes on answering the last ratio of a contract that has stopped trading.
    private static readonly long OldestRatioMs = (long)TimeSpan.FromMinutes(30).TotalMilliseconds;

    private readonly Classifier _classify = new(thresholds);
    private readonly List<Gap> _gaps = [];

    private long AsOf => inputs.Premium.Value?.Time ?? inputs.ReadAt;

    private decimal? MarkPrice => Positive(inputs.Premium.Value?.MarkPrice);

    private decimal? IndexPrice => Positive(inputs.Premium.Value?.IndexPrice);

    /// <summary>Makes the report.</summary>
    /// <param name="source">Who answered.</param>
    public FundingReport Compose(string source)
    {
        NoteIf(!inputs.Contract.IsTrading, Gap.NotTrading);
        return new FundingReport
        {
            Symbol = inputs.Contract.Symbol,
            FundingRate = FundingRate(),
            OpenInterest = OpenInterest(),
            Basis = Basis(),
            LongShortRatio = LongShortRatio(),
            RiskWarning = AnalysisMeta.RiskWarning.In(language),
            // Last, because the parts above note what they lack.
            Meta = AnalysisMeta.Describe(
                source,
                AsOf,
                inputs.IsStale,
                ModelVersion,
                [.. _gaps.Select(gap => gap.Input).OfType<string>()],
                _gaps.Select(gap => AnalysisWarning.Of(gap.Code, gap.Text, language)),
                language),
        };
    }

    private FundingRateReport? FundingRate()
    {
        if (!inputs.Contract.PaysFunding())
        {
            _gaps.Add(Gap.FundingNotApplicable);
            return null;
        }

        // A contract that settles goes on being listed at a rate of zero: that is no rate.
        var estimate = inputs.Premium.Value?.LastFundingRate;
        var current = inputs.Contract.IsTrading || estimate != 0 ? Percent(estimate) : null;
        NoteIf(current is null, Gap.FundingMissing);

        var rules = inputs.FundingRules;
        NoteIf(rules.Value is null, rules.HasFailed ? Gap.RulesUnavailable : Gap.RulesMissing);

        // A special settlement is a stock dividend, outside the contract's rhythm.
        var settlements = (inputs.Settlements.Value ?? []).Where(row => row.RateType is not "Special").ToArray();
        NoteIf(settlements.Length == 0, inputs.Settlements.HasFailed ? Gap.SettledUnavailable : Gap.SettledMissing);

        var interval = FundingInterval.Of(rules.Value?.FundingIntervalHours, settlements.Select(row => row.FundingTime));
        NoteIf(interval.Source == IntervalSource.Inferred, Gap.IntervalInferred);
        NoteIf(interval.Source == IntervalSource.Assumed, Gap.IntervalAssumed);

        var over8Hours = current is { } rate ? Rounded(FundingCost.Over8Hours(rate, interval.Hours)) : (decimal?)null;
        var status = over8Hours is { } known ? _classify.Funding(known) : FundingStatus.Unknown;
        return new FundingRateReport
        {
            Current = current,
            Status = status,
            Level = over8Hours is { } size ? _classify.Level(size) : null,
            Warning = StatusTexts.Of(status).In(language),
            NextFundingTime = inputs.Contract.IsTrading && inputs.Premium.Value?.NextFundingTime is > 0 and var next ? next : null,
            IntervalHours = interval.Hours,
            IntervalSource = interval.Source,
            Rate8Hours = over8Hours,
            Apr = current is { } perInterval ? Rounded(FundingCost.OverYear(perInterval, interval.Hours)) : null,
            LastSettled = settlements.LastOrDefault() is { Rate: { } settled } last ? new(Percent(settled)!.Value, last.FundingTime) : null,
            Cap = Percent(rules.Value?.AdjustedFundingRateCap),
            Floor = Percent(rules.Value?.AdjustedFundingRateFloor),
        };
    }

    private OpenInterestReport? OpenInterest()
    {
        var reading = inputs.OpenInterest;
        if (reading.Value is not { Contracts: { } contracts, Time: var time })
        {
            _gaps.Add(reading.HasFailed ? Gap.OpenInterestUnavailable : Gap.OpenInterestMissing);
            return null;
        }

        var value = contracts * MarkPrice * QuoteInUsdt();
        NoteIf(value is null, Gap.OpenInterestValueMissing);
        return new OpenInterestReport { Value = contracts, Timestamp = time, ValueUsdt = value is { } usdt ? Math.Round(usdt, 2) : null };
    }

    private BasisReport? Basis()
    {
        var spot = SpotSide();
        if ((spot?.Price ?? IndexPrice, FuturesPrice()) is not ({ } spotPrice, { } futuresPrice))
        {
            _gaps.Add(Gap.BasisMissing);
            return null;
        }

        var contract = inputs.Contract;
        var basis = Rounded(((futuresPrice / spotPrice) - 1) * 100);
        var status = _classify.Basis(basis);
        return new BasisReport
        {
            Value = basis,
            Status = status,
            Signal = StatusTexts.Of(status).In(language),
            SpotPrice = spotPrice,
            FuturesPrice = futuresPrice,
            SpotSource = spot is null ? SpotSource.Index : SpotSource.Spot,
            SpotSymbol = spot?.Symbol,
            SpotMultiplier = spot?.Multiplier,
            Kind = contract.Kind(),
            DaysToExpiry = contract.Kind() == ContractKind.Delivery && contract.DeliveryDate is { } expiry
                ? Math.Round(Math.Max(0, expiry - AsOf) / DayMs, 4)
                : null,
        };
    }

    private LongShortRatioReport? LongShortRatio()
    {
        var reading = inputs.LongShortRatio;
        if (reading.Value is not { Ratio: { } ratio } row || AsOf - row.Timestamp > OldestRatioMs)
        {
            _gaps.Add(reading.HasFailed ? Gap.RatioUnavailable : Gap.RatioMissing);
            return null;
        }

        var status = _classify.LongShort(ratio);
        return new LongShortRatioReport
        {
            Value = ratio,
            Status = status,
            Signal = StatusTexts.Of(status).In(language),
            LongAccount = Percent(row.LongShare),
            ShortAccount = Percent(row.ShortShare),
            Timestamp = row.Timestamp,
        };
    }

    private SpotLeg? SpotSide()
    {
        var found = inputs.SpotBooks.Value is { } books
            ? SpotLeg.Find(inputs.Contract.BaseAsset, inputs.Contract.QuoteAsset, IndexPrice, symbol => books.GetValueOrDefault(symbol)?.MidPrice)
            : default;
        if (found.Leg is null)
        {
            _gaps.Add(
                IndexPrice is null ? Gap.SpotAndIndexMissing
                : inputs.SpotBooks.Value is null ? Gap.SpotUnavailable
                : found.IsListed ? Gap.SpotMismatch
                : Gap.SpotMissing);
        }

        return found.Leg;
    }

    private decimal? FuturesPrice()
    {
        if (inputs.FuturesBooks.Value?.GetValueOrDefault(inputs.Contract.Symbol)?.MidPrice is { } middle)
        {
            return middle;
        }

        _gaps.Add(inputs.FuturesBooks.HasFailed ? Gap.BookUnavailable : Gap.BookMissing);
        return MarkPrice;
    }

    private decimal? QuoteInUsdt() => inputs.Contract.QuoteAsset switch
    {
        Usdt => 1,
        var quote => inputs.SpotBooks.Value?.GetValueOrDefault(quote + Usdt)?.MidPrice,
    };

    private void NoteIf(bool condition, Gap gap)
    {
        if (condition)
        {
            _gaps.Add(gap);
        }
    }

    private static decimal? Positive(decimal? price) => price > 0 ? price : null;

    private static decimal? Percent(decimal? fraction) => fraction is { } known ? Rounded(known * 100) : null;

    private static decimal Rounded(decimal percent) => Math.Round(percent, PercentDecimals);
}
