namespace OmnipotentFutures.Binance.Models;

/// <summary>A reading of the basis between a pair's contract and its index.</summary>
public sealed record BasisPoint
{
    /// <summary>The pair.</summary>
    public string? Pair { get; init; }

    /// <summary>PERPETUAL, CURRENT_QUARTER or NEXT_QUARTER.</summary>
    public string? ContractType { get; init; }

    /// <summary>Index price, quote units.</summary>
    public decimal? IndexPrice { get; init; }

    /// <summary>Price of the contract, quote units.</summary>
    public decimal? FuturesPrice { get; init; }

    /// <summary>Futures price minus index price, quote units.</summary>
    public decimal? Basis { get; init; }

    /// <summary>Basis over index price, a fraction rounded to 4 decimals.</summary>
    public decimal? BasisRate { get; init; }

    /// <summary>Yearly rate from the rounded one, a fraction; null for perpetuals.</summary>
    public decimal? AnnualizedBasisRate { get; init; }

    /// <summary>Unix ms of the reading.</summary>
    public required long Timestamp { get; init; }
}
