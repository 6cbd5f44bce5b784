using FsCheck.Xunit;
using OmnipotentFutures.FundingDerivatives.Model;
using OmnipotentFutures.FundingDerivatives.Model.Funding;

namespace OmnipotentFutures.FundingDerivatives.Tests.Model.Funding;

public class RollingRankTests
{
    [Property]
    public bool Rank_is_the_mid_rank_of_what_is_held(sbyte[] values, byte leaving, sbyte value)
    {
        var rank = new RollingRank();
        foreach (var item in values)
        {
            rank.Add(item);
        }

        var left = Math.Min(leaving, values.Length);
        foreach (var item in values.Take(left))
        {
            rank.Remove(item);
        }

        double[] held = [.. values.Skip(left).Select(item => (double)item)];
        return rank.Count == held.Length && rank.MidRankOf(value) == (held.Length == 0 ? null : Standing.MidRankOf(held, value));
    }

    [Fact]
    public void Negative_zero_is_zero()
    {
        var rank = new RollingRank();
        rank.Add(-0.0);

        rank.MidRankOf(0.0).ShouldBe(0.5);
    }
}
