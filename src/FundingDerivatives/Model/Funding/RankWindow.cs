namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Ranks a rate among the settlements of a span before an instant that only moves on.</summary>
internal sealed class RankWindow
{
    private readonly FundingHistory _history;
    private readonly long _spanMs;
    private readonly RollingRank _rates;
    private int _start;
    private int _end;

    /// <summary>Starts before the first settlement.</summary>
    /// <param name="history">The settlements.</param>
    /// <param name="spanMs">Length of the span, ms.</param>
    public RankWindow(FundingHistory history, long spanMs) => (_history, _spanMs, _rates) = (history, spanMs, new());

    /// <summary>Goes on from another window and leaves that one as it is.</summary>
    public RankWindow(RankWindow other) =>
        (_history, _spanMs, _rates, _start, _end) = (other._history, other._spanMs, new(other._rates), other._start, other._end);

    /// <summary>Settlements in the span.</summary>
    public int Count => _rates.Count;

    /// <summary>Moves the span to the settlements before an instant.</summary>
    /// <param name="time">Unix ms, not before the last one.</param>
    public void MoveTo(long time)
    {
        var settlements = _history.Settlements;
        for (; _end < settlements.Length && settlements[_end].Time < time; _end++)
        {
            _rates.Add(settlements[_end].Per8Hours);
        }

        for (; _start < _end && settlements[_start].Time < time - _spanMs; _start++)
        {
            _rates.Remove(settlements[_start].Per8Hours);
        }
    }

    /// <summary>Mid-rank of a rate in the span, 0 to 1.</summary>
    /// <param name="per8Hours">The rate, a fraction per 8 hours.</param>
    /// <returns>Null without a settlement.</returns>
    public double? MidRankOf(double per8Hours) => _rates.MidRankOf(per8Hours);
}
