namespace OmnipotentFutures.PaperExchange.Api.Overrides;

/// <summary>What can be made missing of a contract, in the way Binance shows that it is.</summary>
internal enum ContractPart
{
    /// <summary>premiumIndex gives an empty lastFundingRate.</summary>
    FundingRate,

    /// <summary>premiumIndex gives an empty interestRate.</summary>
    InterestRate,

    /// <summary>premiumIndex gives 0.</summary>
    NextFundingTime,

    /// <summary>fundingInfo leaves the contract out.</summary>
    FundingInfo,

    /// <summary>fundingRate gives no rows.</summary>
    FundingHistory,

    /// <summary>Rows of fundingRate have an empty markPrice.</summary>
    SettlementMarkPrice,

    /// <summary>premiumIndexKlines gives no rows.</summary>
    PremiumIndex,

    /// <summary>openInterest answers 400 with code −4108.</summary>
    OpenInterest,

    /// <summary>openInterestHist gives no rows.</summary>
    OpenInterestHistory,

    /// <summary>The three long/short ratios give no rows.</summary>
    Ratios,

    /// <summary>takerlongshortRatio gives no rows.</summary>
    TakerVolume,

    /// <summary>The book has no bids.</summary>
    Bid,

    /// <summary>The book has no asks.</summary>
    Ask,

    /// <summary>The spot pair of the contract is not listed.</summary>
    Spot,
}
