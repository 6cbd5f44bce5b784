namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Ranks a rate among the settlements of a span before an instant that only moves on.</summary>
/// <param name="history">The settlements.</param>
/// <param name="spanMs">Length of the span, ms.</param>
internal sealed class RankWindow(FundingHistory history, long spanMs)
{
    private readonly RollingRank _rates = new();
    private int _start;
    private int _end;

    /// <summary>Settlements in the span.</summary>
    public int Count => _rates.Count;

    /// <summary>Moves the span to the settlements before an instant.</summary>
    /// <param name="time">Unix ms, not before the last one.</param>
    public void MoveTo(long time)
    {
        var settlements = history.Settlements;
        for (; _end < settlements.Length && settlements[_end].Time < time; _end++)
        {
            _rates.Add(settlements[_end].Per8Hours);
        }

        for (; _start < _end && settlements[_start].Time < time - spanMs; _start++)
        {
            _rates.Remove(settlements[_start].Per8Hours);
        }
    }

    /// <summary>Mid-rank of a rate in the span, 0 to 1.</summary>
    /// <param name="per8Hours">The rate, a fraction per 8 hours.</param>
    /// <returns>Null without a settlement.</returns>
    public double? MidRankOf(double per8Hours) => _rates.MidRankOf(per8Hours);
}
