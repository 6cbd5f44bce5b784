namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>The price and the newest part of the picture that <see cref="HeatmapReport"/> is of: what changes from one reading to the next. Whoever has the
/// picture puts these columns in place of its own at the same <see cref="Times"/>, and asks for all of it again when <see cref="Prices"/> are others.</summary>
public sealed record LiveReport
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Asset that prices and volumes are in.</summary>
    public required string QuoteAsset { get; init; }

    /// <summary>Mark price, USDT, as in the analysis.</summary>
    public required decimal? CurrentPrice { get; init; }

    /// <summary>The time that the picture looks back over. Null without a history.</summary>
    public required RangeResponse? Range { get; init; }

    /// <summary>Start of the last two columns, Unix ms: the last finished one and the present one.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    /// <summary>Middle of each row of the picture, USDT.</summary>
    public required IReadOnlyList<decimal> Prices { get; init; }

    /// <summary>Height of a row, percent of its price.</summary>
    public required double RowPercent { get; init; }

    /// <summary><c>[time_index, price_index, long_usd, short_usd]</c> as in the picture; the time index is 0 or 1.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Cells { get; init; }

    /// <summary>Cells with less than this on both sides, USDT, are left out; none of the last column.</summary>
    public required decimal ThresholdUsd { get; init; }

    /// <summary><c>[time, open, high, low, close]</c> of the two columns: Unix ms and traded prices, USDT.</summary>
    public required IReadOnlyList<IReadOnlyList<decimal>> Candles { get; init; }

    /// <summary>Education, not advice.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Source, time, age, brackets, missing inputs and warnings.</summary>
    public required LiquidationMeta Meta { get; init; }
}
