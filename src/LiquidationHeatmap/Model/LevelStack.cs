using System.Numerics;

namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The standing levels of one side and one leverage tier, in contracts by price band. Bands are counted so that those with the highest
/// index are reached first: as they are for longs, from the top down for shorts. Kept as the steps by which the density changes from band to band,
/// so that a spread over many bands costs as much as a single level.</summary>
internal sealed class LevelStack
{
    // Below this the factor is worked into the steps, long before it could underflow.
    private const double SmallestFactor = 1e-12;

    /// <summary>A sum of steps that should be zero is off by the rounding of its largest term: this share of what stands.</summary>
    public const double Rounding = 1e-13;

    // Entry i is the density of band i − 1 less that of band i, going down: entry 0 ends what reaches the lowest band.
    private readonly double[] _steps;

    // Fading multiplies every band alike: one factor for all keeps that cheap.
    private double _factor = 1;
    private int _first;
    private int _last = -1;

    public LevelStack(int bands)
    {
        _steps = new double[bands + 1];
        _first = bands;
    }

    private LevelStack(LevelStack other)
    {
        _steps = [.. other._steps];
        (_factor, _first, _last, Total) = (other._factor, other._first, other._last, other.Total);
    }

    /// <summary>Contracts that stand, base units.</summary>
    public double Total { get; private set; }

    /// <summary>A copy that goes its own way.</summary>
    public LevelStack Clone() => new(this);

    /// <summary>Adds the levels of positions that are spread alike below their entries.</summary>
    /// <param name="entries">Where how many contracts were opened.</param>
    /// <param name="near">How many bands below an entry its nearest level lies.</param>
    /// <param name="far">The same for its farthest.</param>
    /// <param name="share">Share of the contracts at each level, a fraction.</param>
    public void Add(ReadOnlySpan<Entry> entries, int near, int far, double share)
    {
        var (steps, scale, contracts) = (_steps, share / _factor, 0.0);
        var (lowest, highest) = (_steps.Length, 0);
        foreach (var entry in entries)
        {
            var each = entry.Contracts * scale;
            steps[entry.Band - near + 1] += each;
            steps[entry.Band - far] -= each;
            contracts += entry.Contracts;
            lowest = Math.Min(lowest, entry.Band);
            highest = Math.Max(highest, entry.Band);
        }

        _first = Math.Min(_first, lowest - far);
        _last = Math.Max(_last, highest - near);
        Total += contracts * share * (far - near + 1);
    }

    /// <summary>Removes every level from a band on.</summary>
    /// <param name="reached">The lowest index that the price reaches.</param>
    /// <param name="prices">Prices of the bands, USDT.</param>
    /// <returns>Contracts and notional (USDT, at the levels' prices) that were removed.</returns>
    public (double Contracts, double Notional) ConsumeFrom(int reached, ReadOnlySpan<double> prices)
    {
        if (_last < reached)
        {
            return default;
        }

        var (density, removed, notional) = (0.0, 0.0, 0.0);
        var band = _last;
        for (var end = Math.Max(reached, _first); band >= end; band--)
        {
            density += _steps[band + 1];
            _steps[band + 1] = 0;
            removed += density;
            notional += density * prices[band];
        }

        if (band < _first)
        {
            _steps[_first] = 0;
            _first = _steps.Length - 1;
            _last = -1;
            (removed, Total) = (Total, 0);
            return (removed, notional * _factor);
        }

        _steps[band + 1] += density;
        _last = band;
        removed = Math.Min(removed * _factor, Total);
        Total -= removed;
        return (removed, notional * _factor);
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
            for (var i = _first; i <= _last + 1; i++)
            {
                _steps[i] *= _factor;
            }

            _factor = 1;
        }

        return before - Total;
    }

    /// <summary>Adds its steps to those of others, so that one walk reads them all.</summary>
    /// <param name="first">Lowest index that is to be read.</param>
    /// <param name="steps">Steps, one more than there are bands; added to.</param>
    /// <returns>The highest index that holds contracts.</returns>
    public int AddStepsTo(int first, Span<double> steps)
    {
        // The step at the lowest index ends the stack, for those that reach farther.
        var (start, end) = (Math.Max(_first, first + 1), _last + 2);
        if (start < end)
        {
            AddScaled(_steps.AsSpan(start, end - start), _factor, steps[start..end]);
        }

        return _last;
    }

    /// <summary>Adds what stands to sums, such as the rows of a picture.</summary>
    /// <param name="first">Lowest index to add.</param>
    /// <param name="last">Highest index to add.</param>
    /// <param name="prices">Prices of the bands, USDT.</param>
    /// <param name="sumOf">Which sum each band belongs to.</param>
    /// <param name="sums">Notional, USDT; added to.</param>
    public void AddTo(int first, int last, ReadOnlySpan<double> prices, ReadOnlySpan<int> sumOf, Span<double> sums)
    {
        var density = 0.0;
        var negligible = Total * Rounding / _factor;
        for (int band = _last, end = Math.Max(first, _first); band >= end; band--)
        {
            density += _steps[band + 1];
            if (band <= last && density > negligible)
            {
                sums[sumOf[band]] += density * _factor * prices[band];
            }
        }
    }

    private static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        var (scale, i) = (new Vector<double>(factor), 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(sums[i..]) + (new Vector<double>(values[i..]) * scale)).CopyTo(sums[i..]);
        }

        for (; i < values.Length; i++)
        {
            sums[i] += values[i] * factor;
        }
    }
}

/// <summary>Positions of one side opened at a price.</summary>
/// <param name="Band">Its band, counted as the side's levels are.</param>
/// <param name="Contracts">Contracts, base units.</param>
internal readonly record struct Entry(int Band, double Contracts);
