namespace OmnipotentFutures.LiquidationHeatmap;

/// <summary>Cumulative liquidation levels of a contract by price: how much a move of any size reaches. The same book as the analysis's.</summary>
public sealed record MapReport
{
    /// <summary>The contract.</summary>
    public required string Symbol { get; init; }

    /// <summary>Asset that prices and volumes are in.</summary>
    public required string QuoteAsset { get; init; }

    /// <summary>Mark price, USDT, as in the analysis.</summary>
    public required decimal? CurrentPrice { get; init; }

    /// <summary>Longs, from the present price down to 25 % below it: <c>[price, volume, cumulative_volume, cumulative_expected_liquidations]</c>. Price is
    /// what must be reached for the row to be, USDT; volume is the row's notional, USDT; the other two are sums from the present price to that price,
    /// USDT. A row is a band of a twentieth of a percent up to 10 %, a fifth of a percent beyond; rows without levels are left out.</summary>
    public required IReadOnlyList<IReadOnlyList<decimal>> Longs { get; init; }

    /// <summary>Shorts, from the present price up to 25 % above it, likewise.</summary>
    public required IReadOnlyList<IReadOnlyList<decimal>> Shorts { get; init; }

    /// <summary>All longs that stand, however far, USDT.</summary>
    public required decimal TotalLongVolume { get; init; }

    /// <summary>All shorts that stand, however far, USDT.</summary>
    public required decimal TotalShortVolume { get; init; }

    /// <summary>What turns volumes into expected liquidations.</summary>
    public required CalibrationResponse Calibration { get; init; }

    /// <summary>Education, not advice.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Source, time, age, brackets, missing inputs and warnings.</summary>
    public required LiquidationMeta Meta { get; init; }
}
