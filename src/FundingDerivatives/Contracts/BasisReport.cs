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

    /// <summary>Middle of the contract's book, quote units; the mark price when the book is not to be had, and then <c>meta</c> says so, or beside an index
    /// price of another moment.</summary>
    public required decimal FuturesPrice { get; init; }

    /// <summary>What the spot leg is.</summary>
    public required SpotSource SpotSource { get; init; }

    /// <summary>The spot pair behind the spot leg, such as PEPEUSDT; null when the leg is the index.</summary>
    public required string? SpotSymbol { get; init; }

    /// <summary>Spot units in one unit of the contract, such as 1000; null when the leg is the index.</summary>
    public required decimal? SpotMultiplier { get; init; }

    /// <summary>Index price, quote units: a mean over several exchanges' spot prices. Null when there is none.</summary>
    public required decimal? IndexPrice { get; init; }

    /// <summary>Middle of the contract's book, or the mark price when the book is of another moment, over index price minus 1, percent; null without an index
    /// price.</summary>
    public required decimal? IndexBasis { get; init; }

    /// <summary>What can be had against the books of both markets; null when a side of a book is missing.</summary>
    public required ExecutableBasisReport? Executable { get; init; }

    /// <summary>Half-width of the band around zero in which the basis is NORMAL, percent.</summary>
    public required decimal DeadBand { get; init; }

    /// <summary>Where the band comes from.</summary>
    public required BandSource DeadBandSource { get; init; }

    /// <summary>Where the basis against the index stands among thirty days of eight-hourly readings, of a delivery contract by its yearly rate; null without
    /// a history.</summary>
    public required StandingReport? Standing { get; init; }

    /// <summary>Kind of contract.</summary>
    public required ContractKind Kind { get; init; }

    /// <summary>Days until delivery, counted exactly; null for a perpetual.</summary>
    public required decimal? DaysToExpiry { get; init; }

    /// <summary>Basis times 365 over the days to expiry, percent a year, simple. Null for a perpetual, whose yearly carry is <c>funding_rate.apr</c>,
    /// and within three days of delivery, where the division blows any spread up.</summary>
    public required decimal? Annualised { get; init; }
}

/// <summary>The basis that market orders get, before fees.</summary>
/// <param name="BuySpotSellFutures">Contract's bid over spot's ask minus 1, percent: what buying spot and selling the contract locks in.</param>
/// <param name="SellSpotBuyFutures">Spot's bid over contract's ask minus 1, percent: what the opposite locks in.</param>
public sealed record ExecutableBasisReport(decimal BuySpotSellFutures, decimal SellSpotBuyFutures);
