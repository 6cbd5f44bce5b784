namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Tells the paying side.</summary>
internal static class PayingSides
{
    /// <summary>The side that pays a rate.</summary>
    public static PayingSide Of(double rate) => rate switch
    {
        > 0 => PayingSide.Longs,
        < 0 => PayingSide.Shorts,
        _ => PayingSide.Nobody,
    };
}
