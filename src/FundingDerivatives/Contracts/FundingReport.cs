using OmnipotentFutures.Analysis;

namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>What can be said of a contract's funding, open interest, basis and positioning now. A part that is not to be had is null, and
/// <c>meta</c> says why.</summary>
public sealed record FundingReport
{
    /// <summary>The contract, in the exchange's spelling.</summary>
    public required string Symbol { get; init; }

    /// <summary>Funding; null for a delivery contract, which pays none.</summary>
    public required FundingRateReport? FundingRate { get; init; }

    /// <summary>Open interest; null when the exchange gives none, as for a contract that settles.</summary>
    public required OpenInterestReport? OpenInterest { get; init; }

    /// <summary>Distance between the contract and spot; null when either price is missing.</summary>
    public required BasisReport? Basis { get; init; }

    /// <summary>Long accounts over short accounts; null when the exchange keeps no ratio for the contract.</summary>
    public required LongShortRatioReport? LongShortRatio { get; init; }

    /// <summary>All four counts of who is on which side; null when the exchange keeps none for the contract.</summary>
    public required PositioningReport? Positioning { get; init; }

    /// <summary>What stands or ended within the last three days, newest first.</summary>
    public required IReadOnlyList<AlertReport> Alerts { get; init; }

    /// <summary>How far each part can be trusted.</summary>
    public required BlocksReport Blocks { get; init; }

    /// <summary>That this is educational and not advice, in the language asked for.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Where the numbers come from, how old they are and what is missing.</summary>
    public required AnalysisMeta Meta { get; init; }
}

/// <summary>How far each part of a report can be trusted, also those that are null.</summary>
public sealed record BlocksReport
{
    /// <summary>The running funding estimate.</summary>
    public required BlockReport FundingRate { get; init; }

    /// <summary>What was settled: percentiles, sums, streak, level.</summary>
    public required BlockReport FundingHistory { get; init; }

    /// <summary>Open interest now.</summary>
    public required BlockReport OpenInterest { get; init; }

    /// <summary>Its changes, range and standing.</summary>
    public required BlockReport OpenInterestHistory { get; init; }

    /// <summary>The basis.</summary>
    public required BlockReport Basis { get; init; }

    /// <summary>Its dead band and standing.</summary>
    public required BlockReport BasisHistory { get; init; }

    /// <summary>Long against short accounts, over all.</summary>
    public required BlockReport LongShortRatio { get; init; }

    /// <summary>Long against short top accounts.</summary>
    public required BlockReport TopAccounts { get; init; }

    /// <summary>Long against short positions of the top accounts.</summary>
    public required BlockReport TopPositions { get; init; }

    /// <summary>Taker buys against sells.</summary>
    public required BlockReport Taker { get; init; }
}
