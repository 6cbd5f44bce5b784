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

    /// <summary>That this is educational and not advice, in the language asked for.</summary>
    public required string RiskWarning { get; init; }

    /// <summary>Where the numbers come from, how old they are and what is missing.</summary>
    public required AnalysisMeta Meta { get; init; }
}
