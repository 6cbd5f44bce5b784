using System.Collections;
using System.Runtime.CompilerServices;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Something that knows about how much memory it holds.</summary>
public interface IHasFootprint
{
    /// <summary>Bytes held, about.</summary>
    long Footprint { get; }
}

/// <summary>About how much memory a value holds, so that what is kept can be bounded.</summary>
public static class Footprint
{
    // A row of the exchange's: about a dozen numbers and a name.
    private const int RowBytes = 200;
    private const int OtherBytes = 1_000;

    /// <summary>Estimates a value.</summary>
    /// <param name="value">The value; may be null.</param>
    /// <returns>Bytes, about: by its own word, else by its rows.</returns>
    public static long Of(object? value) => value switch
    {
        IHasFootprint self => self.Footprint,
        Array rows when rows.GetType().GetElementType() is { IsValueType: true } row => OtherBytes + ((long)rows.Length * RuntimeHelpers.SizeOf(row.TypeHandle)),
        ICollection rows => OtherBytes + ((long)rows.Count * RowBytes),
        _ => OtherBytes,
    };
}
