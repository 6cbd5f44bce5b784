using System.Numerics;

namespace OmnipotentFutures.Load.Generator;

/// <summary>Counts latencies in microseconds without allocating: exact below 256 µs, within 0.8 % above.</summary>
internal sealed class LatencyHistogram
{
    private const int Exact = 256;
    private const int StepsPerOctave = Exact / 2;
    private const int Octaves = 24;

    private readonly long[] _counts = new long[Exact + (Octaves * StepsPerOctave)];

    public long Count { get; private set; }

    public void Add(TimeSpan latency)
    {
        _counts[Math.Min(IndexOf((long)latency.TotalMicroseconds), _counts.Length - 1)]++;
        Count++;
    }

    public void Add(LatencyHistogram other)
    {
        for (var index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
        }

        Count += other.Count;
    }

    /// <summary>The latency that a share of all stays at or under, ms; 0 without any.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Quantile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var index = 0; index < _counts.Length; index++)
        {
            left -= _counts[index];
            if (left <= 0)
            {
                return ValueOf(index) / 1000.0;
            }
        }

        return 0;
    }

    private static int IndexOf(long microseconds)
    {
        if (microseconds < Exact)
        {
            return (int)microseconds;
        }

        var shift = BitOperations.Log2((ulong)microseconds) - 7;
        return Exact + ((shift - 1) * StepsPerOctave) + (int)(microseconds >> shift) - StepsPerOctave;
    }

    private static long ValueOf(int index)
    {
        if (index < Exact)
        {
            return index;
        }

        var (octave, step) = Math.DivRem(index - Exact, StepsPerOctave);
        return (long)(step + StepsPerOctave) << (octave + 1);
    }
}
