namespace OmnipotentFutures.FundingDerivatives.Contracts;

/// <summary>Who is on which side, by four counts of the exchange, hourly, each with its own history. They measure different things, so their numbers
/// cannot be compared with each other, only each with its own past.</summary>
public sealed record PositioningReport
{
    /// <summary>All accounts, one vote each; null when the exchange keeps none.</summary>
    public required AccountRatioReport? GlobalAccounts { get; init; }

    /// <summary>The top fifth of accounts by margin, one vote each.</summary>
    public required AccountRatioReport? TopAccounts { get; init; }

    /// <summary>Positions of the top fifth of accounts, by size.</summary>
    public required AccountRatioReport? TopPositions { get; init; }

    /// <summary>Takers: who crossed the spread in the last full hour.</summary>
    public required TakerRatioReport? Taker { get; init; }

    /// <summary>Top accounts' positions against the crowd; null when either is missing.</summary>
    public required DivergenceReport? Divergence { get; init; }
}

/// <summary>Longs against shorts.</summary>
/// <param name="Ratio">Longs over shorts.</param>
/// <param name="Long">Share of longs, percent; null when the exchange does not say.</param>
/// <param name="Short">Share of shorts, percent; null when the exchange does not say.</param>
/// <param name="Standing">Where the ratio stands in its own history of at most two weeks; null without one.</param>
/// <param name="Timestamp">When the exchange read it, Unix ms.</param>
public sealed record AccountRatioReport(decimal Ratio, decimal? Long, decimal? Short, StandingReport? Standing, long Timestamp);

/// <summary>Taker buys against taker sells of one hour.</summary>
/// <param name="Ratio">Buys over sells; null when nothing was sold.</param>
/// <param name="BuyVolume">Bought by takers, base units.</param>
/// <param name="SellVolume">Sold by takers, base units.</param>
/// <param name="Standing">Where the share of buys stands in its own history of at most two weeks; null without one.</param>
/// <param name="Timestamp">Start of the hour, Unix ms.</param>
public sealed record TakerRatioReport(decimal? Ratio, decimal BuyVolume, decimal SellVolume, StandingReport? Standing, long Timestamp);

/// <summary>How far the top accounts' positions lean away from the crowd.</summary>
/// <param name="Value">Share of longs in the top accounts' positions minus share of long accounts over all, percentage points.</param>
/// <param name="Status">Whether that is much.</param>
/// <param name="Signal">The status in a sentence.</param>
/// <param name="Standing">Where it stands in its own history of at most two weeks; null without one.</param>
public sealed record DivergenceReport(decimal Value, DivergenceStatus Status, string Signal, StandingReport? Standing);
