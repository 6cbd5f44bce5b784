using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Model;

/// <summary>Turns numbers into statuses.</summary>
internal sealed class Classifier(FundingThresholds thresholds)
{
    /// <summary>Who pays whom.</summary>
    /// <param name="rate8Hours">Funding, percent per 8 hours.</param>
    public FundingStatus Funding(decimal rate8Hours) => rate8Hours switch
    {
        _ when rate8Hours >= thresholds.LongsPay.Extreme => FundingStatus.ExtremeBullish,
        _ when rate8Hours <= -thresholds.ShortsPay.Extreme => FundingStatus.ExtremeBearish,
        _ when rate8Hours >= thresholds.BullishRate => FundingStatus.Bullish,
        _ when rate8Hours <= thresholds.BearishRate => FundingStatus.Bearish,
        _ => FundingStatus.Neutral,
    };

    /// <summary>How expensive the paying side is.</summary>
    /// <param name="rate8Hours">Funding, percent per 8 hours.</param>
    public FundingLevel Level(decimal rate8Hours)
    {
        var floors = rate8Hours > 0 ? thresholds.LongsPay : thresholds.ShortsPay;
        return Math.Abs(rate8Hours) switch
        {
            var size when size >= floors.Extreme => FundingLevel.Extreme,
            var size when size >= floors.High => FundingLevel.High,
            var size when size >= floors.Elevated => FundingLevel.Elevated,
            _ => FundingLevel.Normal,
        };
    }

    /// <summary>Where the contract trades.</summary>
    /// <param name="basis">Basis, percent.</param>
    public BasisStatus Basis(decimal basis) => basis switch
    {
        _ when basis > thresholds.BasisDeadBand => BasisStatus.Contango,
        _ when basis < -thresholds.BasisDeadBand => BasisStatus.Backwardation,
        _ => BasisStatus.Normal,
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
