namespace OmnipotentFutures.PaperExchange.Recording;

/// <summary>Infers the step in which prices or quantities move from how they were written down.</summary>
internal static class SmallestStep
{
    /// <summary>The power of ten that every value is a multiple of, written with as many decimals as the values:
    /// 87435.40 and 87435.30 move in steps of 0.10.</summary>
    public static decimal Of(IEnumerable<decimal> values)
    {
        var (written, significant) = (0, 0);
        foreach (var value in values)
        {
            written = Math.Max(written, value.Scale);
            if (value.Scale > significant)
            {
                significant = Math.Max(significant, SignificantScale(value));
            }
        }

        var step = new decimal(1, 0, 0, isNegative: false, (byte)significant);
        // Adding a zero of a larger scale keeps the value and lengthens how it is written.
        return step + new decimal(0, 0, 0, isNegative: false, (byte)written);
    }

    private static int SignificantScale(decimal value)
    {
        var scale = value.Scale;
        while (scale > 0 && decimal.Round(value, scale - 1) == value)
        {
            scale--;
        }

        return scale;
    }
}
