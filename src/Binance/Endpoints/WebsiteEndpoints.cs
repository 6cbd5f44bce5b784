namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>What is asked of Binance's website: nothing here is documented, so nothing may depend on it.</summary>
public static class WebsiteEndpoints
{
    /// <summary>Margin brackets of every contract, without a key. GET and POST with <c>{}</c> are the same.</summary>
    public static Endpoint Brackets { get; } = new()
    {
        Path = "/bapi/futures/v1/friendly/future/common/brackets",
        Scope = RateScope.Website,
        Cost = CallCost.Flat(1),
        // The page that shows the answer.
        Documentation = new Uri("https://www.binance.com/en/futures/trading-rules/perpetual/leverage-margin"),
    };

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<Endpoint> All { get; } = [Brackets];
}
