namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Open interest of one side: every open contract is one long and one short.</summary>
public sealed record OpenInterestReport
{
    /// <summary>Open contracts, base units.</summary>
    public required decimal Value { get; init; }

    /// <summary>When the exchange read it, Unix ms.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Their value at the mark price, USDT. Of a contract quoted in another asset converted by that asset's spot price; null when a
    /// price is missing.</summary>
    public required decimal? ValueUsdt { get; init; }
}
