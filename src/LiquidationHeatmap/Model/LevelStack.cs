namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The standing levels of one side and one leverage tier, in contracts by price band.</summary>
internal sealed class LevelStack(PriceGrid grid, PositionSide side)
{
    // Below this the factor is worked into the bands, long before it could underflow.
    private const double SmallestFactor = 1e-12;

    private readonly double[] _contracts = new double[grid.Count];

    // Fading multiplies every band alike: one factor for all keeps that cheap.
    private double _factor = 1;
    private int _first = grid.Count;
    private int _last = -1;

    /// <summary>Contracts that stand, base units.</summary>
    public double Total { get; private set; }

    /// <summary>Adds contracts to a level.</summary>
    public void Add(double price, double amount)
    {
        var band = grid.BandOf(price);
        _contracts[band] += amount / _factor;
        Total += amount;
        _first = Math.Min(_first, band);
        _last = Math.Max(_last, band);
    }

    /// <summary>Removes every level that a price reaches: longs at or above it, shorts at or below it.</summary>
    /// <returns>Contracts and notional (USDT, at the levels' prices) that were removed.</returns>
    public (double Contracts, double Notional) ConsumeAt(double price)
    {
        var removed = 0.0;
        var notional = 0.0;
        if (side == PositionSide.Long)
        {
            for (var reached = grid.FirstAtOrAbove(price); _last >= reached && _last >= _first; _last--)
            {
                Take(_last);
            }
        }
        else
        {
            for (var reached = grid.LastAtOrBelow(price); _first <= reached && _first <= _last; _first++)
            {
                Take(_first);
            }
        }

        Total = Math.Max(0, Total - removed);
        return (removed, notional);

        void Take(int band)
        {
            var amount = _contracts[band] * _factor;
            _contracts[band] = 0;
            removed += amount;
            notional += amount * grid.PriceOf(band);
        }
    }

    /// <summary>Keeps a share of every level.</summary>
    /// <returns>Contracts that were removed.</returns>
    public double Keep(double share)
    {
        var before = Total;
        _factor *= share;
        Total *= share;
        if (_factor < SmallestFactor)
        {
            for (var band = _first; band <= _last; band++)
            {
                _contracts[band] *= _factor;
            }

            _factor = 1;
        }

        return before - Total;
    }

    /// <summary>The levels that stand, from low to high price.</summary>
    public IEnumerable<(int Band, double Contracts)> Levels()
    {
        for (var band = _first; band <= _last; band++)
        {
            if (_contracts[band] > 0)
            {
                yield return (band, _contracts[band] * _factor);
            }
        }
    }
}
