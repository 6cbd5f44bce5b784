namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Liquidation levels of a contract over time and price. The last column is the book of the analysis.</summary>
public sealed record HeatmapReport
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Asset that prices and volumes are in.</summary>
    public required string QuoteAsset { get; init; }

    /// <summary>Mark price, USDT, as in the analysis.</summary>
    public required decimal? CurrentPrice { get; init; }

    /// <summary>The time looked back over: columns of 5 minutes for 12h and 24h, of 30 for 3d and 7d, of 2 hours for 30d. Null without a history.</summary>
    public required RangeResponse? Range { get; init; }

    /// <summary>Start of each column, Unix ms, oldest first. What a column shows stood at its end; the last one, unfinished, shows the present.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    /// <summary>Middle of each row, USDT, from low to high at equal percentages. A row holds whole price bands of a twentieth of a percent.</summary>
    public required IReadOnlyList<decimal> Prices { get; init; }

    /// <summary>Height of a row, percent of its price.</summary>
    public required double RowPercent { get; init; }

    /// <summary><c>[time_index, price_index, long_usd, short_usd]</c>: indices into <see cref="Times"/> and <see cref="Prices"/>, and notional of the
    /// positions whose level stands there, whole USDT; in all but the last column to three digits. By time, then by price.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Cells { get; init; }

    /// <summary>Cells with less than this on both sides, USDT, are left out; none of the last column.</summary>
    public required decimal ThresholdUsd { get; init; }

    /// <summary>Longs in the heaviest cell, USDT.</summary>
    public required decimal MaxLong { get; init; }

    /// <summary>Shorts in the heaviest cell, USDT.</summary>
    public required decimal MaxShort { get; init; }

    /// <summary><c>[time, open, high, low, close]</c> of each column: Unix ms and traded prices, USDT.</summary>
    public required IReadOnlyList<IReadOnlyList<decimal>> Candles { get; init; }

    /// <summary>Education, not advice.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Source, time, age, brackets, missing inputs and warnings.</summary>
    public required LiquidationMeta Meta { get; init; }
}
