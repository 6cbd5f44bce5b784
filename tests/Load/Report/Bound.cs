using System.Globalization;

namespace OmnipotentFutures.Load.Report;

/// <summary>A value that a figure should reach or stay under.</summary>
internal sealed record Bound(double Limit, bool IsCeiling)
{
    public static Bound AtLeast(double limit) => new(limit, IsCeiling: false);

    public static Bound AtMost(double limit) => new(limit, IsCeiling: true);

    public bool Holds(double value) => IsCeiling ? value <= Limit : value >= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsCeiling ? "≤" : "≥")} {Limit:0.###}");
}
