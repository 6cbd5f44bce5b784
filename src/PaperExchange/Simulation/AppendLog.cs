namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A list that only grows, in chunks that never move: one writer may append while any number of readers read what is
/// already there, without a lock.</summary>
/// <param name="chunkLength">Items in a chunk. Chunks above 85 kB are never moved by the garbage collector, which start-up time shows.</param>
internal sealed class AppendLog<T>(int chunkLength)
{
    private T[][] _chunks = [];
    private int _count;

    /// <summary>How many items are there.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>An item below <see cref="Count"/>.</summary>
    public ref readonly T this[int index] => ref Volatile.Read(ref _chunks)[index / chunkLength][index % chunkLength];

    /// <summary>Adds an item. For the one writer only.</summary>
    public void Append(in T item)
    {
        var chunk = _count / chunkLength;
        if (chunk == _chunks.Length)
        {
            Volatile.Write(ref _chunks, [.. _chunks, new T[chunkLength]]);
        }

        _chunks[chunk][_count % chunkLength] = item;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>Index of the first item whose time is at or after <paramref name="time"/>; <see cref="Count"/> when there is none.
    /// Items must be in order of time.</summary>
    public int LowerBound(long time, Func<T, long> timeOf)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (timeOf(this[middle]) < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
