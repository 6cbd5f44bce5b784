using OmnipotentFutures.FundingDerivatives.Contracts;
using OmnipotentFutures.FundingDerivatives.Model;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model;

public class ClassifierTests
{
    private readonly Classifier _classify = new(new FundingThresholds());

    [Theory]
    [InlineData(0.05, true, FundingStatus.ExtremeBullish)]
    [InlineData(0.001, true, FundingStatus.ExtremeBullish)]
    [InlineData(0.9, false, FundingStatus.Bullish)]
    [InlineData(0.015, false, FundingStatus.Bullish)]
    [InlineData(0.0149, false, FundingStatus.Neutral)]
    [InlineData(0.01, false, FundingStatus.Neutral)]
    [InlineData(0, true, FundingStatus.Neutral)]
    [InlineData(-0.0049, false, FundingStatus.Neutral)]
    [InlineData(-0.005, false, FundingStatus.Bearish)]
    [InlineData(-0.9, false, FundingStatus.Bearish)]
    [InlineData(-0.02, true, FundingStatus.ExtremeBearish)]
    public void Funding_has_its_status(double rate8Hours, bool isExtreme, FundingStatus status) =>
        _classify.Funding((decimal)rate8Hours, isExtreme).ShouldBe(status);

    [Theory]
    [InlineData(0.26, BasisStatus.Contango)]
    [InlineData(0.25, BasisStatus.Normal)]
    [InlineData(0.23, BasisStatus.Normal)]
    [InlineData(-0.25, BasisStatus.Normal)]
    [InlineData(-0.26, BasisStatus.Backwardation)]
    public void Basis_has_its_status(double basis, BasisStatus status) => Classifier.Basis((decimal)basis, 0.25m).ShouldBe(status);

    [Theory]
    [InlineData(0.25, 0.5, QuadrantStatus.PriceUpOiUp)]
    [InlineData(1, -0.5, QuadrantStatus.PriceUpOiDown)]
    [InlineData(-0.25, 3, QuadrantStatus.PriceDownOiUp)]
    [InlineData(-2, -2, QuadrantStatus.PriceDownOiDown)]
    [InlineData(0.24, 9, QuadrantStatus.Flat)]
    [InlineData(9, 0.49, QuadrantStatus.Flat)]
    public void Quadrant_names_what_moved(double price, double contracts, QuadrantStatus status) =>
        _classify.Quadrant((decimal)price, (decimal)contracts).ShouldBe(status);

    [Theory]
    [InlineData(5, 0.95, 60, DivergenceStatus.TopMoreLong)]
    [InlineData(5, 0.94, 60, DivergenceStatus.Aligned)]
    [InlineData(4.9, 0.99, 60, DivergenceStatus.Aligned)]
    [InlineData(-5, 0.04, 60, DivergenceStatus.TopMoreShort)]
    [InlineData(5, 0.01, 60, DivergenceStatus.Aligned)]
    [InlineData(20, 1, 59, DivergenceStatus.Unknown)]
    public void Divergence_needs_distance_rank_and_history(double distance, double rank, int readings, DivergenceStatus status) =>
        _classify.Divergence((decimal)distance, new Standing(rank, null, readings)).ShouldBe(status);

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
