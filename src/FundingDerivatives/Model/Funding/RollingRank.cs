namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Mid-ranks among values that come and go, in logarithmic time.</summary>
internal sealed class RollingRank
{
    private readonly List<double> _sorted;

    /// <summary>Starts without a value.</summary>
    public RollingRank() => _sorted = [];

    /// <summary>Starts with the values of another one and leaves that one as it is.</summary>
    // With room for one more: what a copy takes in is a settlement, and growing would copy all again.
    public RollingRank(RollingRank other) => (_sorted = new(other.Count + 1)).AddRange(other._sorted);

    /// <summary>Values held.</summary>
    public int Count => _sorted.Count;

    /// <summary>Takes a value in.</summary>
    public void Add(double value) => _sorted.Insert(CountBelow(value), value);

    /// <summary>Lets a value go that was taken in.</summary>
    public void Remove(double value) => _sorted.RemoveAt(CountBelow(value));

    /// <summary>Share of the values held that is lower plus half of what is equal, 0 to 1, as <see cref="Standing.MidRankOf"/>.</summary>
    /// <returns>Null when none is held.</returns>
    public double? MidRankOf(double value) =>
        Count == 0 ? null : (CountBelow(value) + CountBelow(Math.BitIncrement(value))) / 2.0 / Count;

    private int CountBelow(double value)
    {
        var (low, high) = (0, _sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
