namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>How far the contract trades from spot.</summary>
public sealed record BasisReport
{
    /// <summary>Futures price over spot price minus 1, percent. Not annualised.</summary>
    public required decimal Value { get; init; }

    /// <summary>Above, below or near spot.</summary>
    public required BasisStatus Status { get; init; }

    /// <summary>The status in a sentence.</summary>
    public required string Signal { get; init; }

    /// <summary>The spot leg, quote units per contract unit: of 1000PEPEUSDT a thousand times the price of PEPEUSDT.</summary>
    public required decimal SpotPrice { get; init; }

    /// <summary>Middle of the contract's book, quote units; the mark price when the book is not to be had, and then <c>meta</c> says so.</summary>
    public required decimal FuturesPrice { get; init; }

    /// <summary>What the spot leg is.</summary>
    public required SpotSource SpotSource { get; init; }

    /// <summary>The spot pair behind the spot leg, such as PEPEUSDT; null when the leg is the index.</summary>
    public required string? SpotSymbol { get; init; }

    /// <summary>Spot units in one unit of the contract, such as 1000; null when the leg is the index.</summary>
    public required decimal? SpotMultiplier { get; init; }

    /// <summary>Kind of contract.</summary>
    public required ContractKind Kind { get; init; }

    /// <summary>Days until delivery; null for a perpetual.</summary>
    public required decimal? DaysToExpiry { get; init; }
}
