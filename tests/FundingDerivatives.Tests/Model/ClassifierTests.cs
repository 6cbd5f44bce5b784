using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class ClassifierTests
{
    private readonly Classifier _classify = new(new FundingThresholds());

    [Theory]
    [InlineData(0.05, FundingStatus.ExtremeBullish, FundingLevel.Extreme)]
    [InlineData(0.0499, FundingStatus.Bullish, FundingLevel.High)]
    [InlineData(0.03, FundingStatus.Bullish, FundingLevel.High)]
    [InlineData(0.02, FundingStatus.Bullish, FundingLevel.Elevated)]
    [InlineData(0.0156, FundingStatus.Bullish, FundingLevel.Normal)]
    [InlineData(0.0149, FundingStatus.Neutral, FundingLevel.Normal)]
    [InlineData(0.01, FundingStatus.Neutral, FundingLevel.Normal)]
    [InlineData(0, FundingStatus.Neutral, FundingLevel.Normal)]
    [InlineData(-0.0049, FundingStatus.Neutral, FundingLevel.Normal)]
    [InlineData(-0.005, FundingStatus.Bearish, FundingLevel.Elevated)]
    [InlineData(-0.01, FundingStatus.Bearish, FundingLevel.High)]
    [InlineData(-0.02, FundingStatus.ExtremeBearish, FundingLevel.Extreme)]
    public void Funding_has_its_status_and_level(double rate8Hours, FundingStatus status, FundingLevel level)
    {
        _classify.Funding((decimal)rate8Hours).ShouldBe(status);
        _classify.Level((decimal)rate8Hours).ShouldBe(level);
    }

    [Theory]
    [InlineData(0.26, BasisStatus.Contango)]
    [InlineData(0.25, BasisStatus.Normal)]
    [InlineData(0.23, BasisStatus.Normal)]
    [InlineData(-0.25, BasisStatus.Normal)]
    [InlineData(-0.26, BasisStatus.Backwardation)]
    public void Basis_has_its_status(double basis, BasisStatus status) => _classify.Basis((decimal)basis).ShouldBe(status);

    [Theory]
    [InlineData(1.85, LongShortStatus.LongHeavy)]
    [InlineData(1.5, LongShortStatus.LongHeavy)]
    [InlineData(1.4999, LongShortStatus.Balanced)]
    [InlineData(1, LongShortStatus.Balanced)]
    [InlineData(0.6667, LongShortStatus.Balanced)]
    [InlineData(0.6666, LongShortStatus.ShortHeavy)]
    [InlineData(0, LongShortStatus.ShortHeavy)]
    public void Ratio_has_its_status(double ratio, LongShortStatus status) => _classify.LongShort((decimal)ratio).ShouldBe(status);
}
