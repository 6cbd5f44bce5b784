using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Turns numbers into statuses.</summary>
internal sealed class Classifier(FundingThresholds thresholds)
{
    private const int MinReadings = 60;
    private const double OuterRank = 0.95;

    /// <summary>Who pays whom.</summary>
    /// <param name="rate8Hours">Funding, percent per 8 hours.</param>
    /// <param name="isExtreme">Whether the paying side is extremely crowded.</param>
    public FundingStatus Funding(decimal rate8Hours, bool isExtreme) => rate8Hours switch
    {
        > 0 when isExtreme => FundingStatus.ExtremeBullish,
        < 0 when isExtreme => FundingStatus.ExtremeBearish,
        _ when rate8Hours >= thresholds.BullishRate => FundingStatus.Bullish,
        _ when rate8Hours <= thresholds.BearishRate => FundingStatus.Bearish,
        _ => FundingStatus.Neutral,
    };

    /// <summary>Where the contract trades.</summary>
    /// <param name="basis">Basis, percent.</param>
    /// <param name="deadBand">Half-width of the band around zero that is nothing to name, percent.</param>
    public static BasisStatus Basis(decimal basis, decimal deadBand) => basis switch
    {
        _ when basis > deadBand => BasisStatus.Contango,
        _ when basis < -deadBand => BasisStatus.Backwardation,
        _ => BasisStatus.Normal,
    };

    /// <summary>What price and open interest did together.</summary>
    /// <param name="price">Change of the price, percent.</param>
    /// <param name="contracts">Change of the open interest in base units, percent.</param>
    public QuadrantStatus Quadrant(decimal price, decimal contracts) =>
        Math.Abs(price) < thresholds.FlatPriceChange || Math.Abs(contracts) < thresholds.FlatOpenInterestChange
            ? QuadrantStatus.Flat
            : (price > 0, contracts > 0) switch
            {
                (true, true) => QuadrantStatus.PriceUpOiUp,
                (true, false) => QuadrantStatus.PriceUpOiDown,
                (false, true) => QuadrantStatus.PriceDownOiUp,
                (false, false) => QuadrantStatus.PriceDownOiDown,
            };

    /// <summary>Whether the top accounts' positions lean away from the crowd.</summary>
    /// <param name="distance">Their share of longs minus the crowd's, percentage points.</param>
    /// <param name="standing">Where that stands in its own history.</param>
    public DivergenceStatus Divergence(decimal distance, Standing? standing) => standing switch
    {
        null or { Count: < MinReadings } => DivergenceStatus.Unknown,
        { MidRank: >= OuterRank } when distance >= thresholds.Divergence => DivergenceStatus.TopMoreLong,
        { MidRank: <= 1 - OuterRank } when distance <= -thresholds.Divergence => DivergenceStatus.TopMoreShort,
        _ => DivergenceStatus.Aligned,
    };

    /// <summary>Which side is heavy.</summary>
    /// <param name="ratio">Long accounts over short accounts.</param>
    public LongShortStatus LongShort(decimal ratio)
    {
        var heavy = thresholds.HeavyAccountShare / (100 - thresholds.HeavyAccountShare);
        return ratio switch
        {
            _ when ratio >= heavy => LongShortStatus.LongHeavy,
            _ when ratio * heavy <= 1 => LongShortStatus.ShortHeavy,
            _ => LongShortStatus.Balanced,
        };
    }
}
