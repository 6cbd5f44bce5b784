namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Who pays funding.</summary>
internal enum PayingSide
{
    /// <summary>The rate is zero.</summary>
    Nobody,

    /// <summary>Longs pay shorts: the rate is positive.</summary>
    Longs,

    /// <summary>Shorts pay longs: the rate is negative.</summary>
    Shorts,
}
