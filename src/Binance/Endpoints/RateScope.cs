namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>What Binance meters together, per IP address. Exceeding one scope leaves the others usable.</summary>
public enum RateScope
{
    /// <summary>USDⓈ-M REST request weight: 2400 a minute, reported in <c>X-MBX-USED-WEIGHT-1M</c>.</summary>
    FuturesWeight,

    /// <summary><c>/futures/data/*</c>: 1000 requests in 5 minutes, reported nowhere.</summary>
    FuturesData,

    /// <summary><c>fundingRate</c> and <c>fundingInfo</c> together: 500 requests in 5 minutes, reported nowhere.</summary>
    FuturesFunding,

    /// <summary>Spot REST request weight: 6000 a minute, reported in <c>X-MBX-USED-WEIGHT-1M</c>.</summary>
    SpotWeight,

    /// <summary>The website's own API, <c>/bapi/*</c>, on a host and a budget of its own. Binance publishes no limit of it.</summary>
    Website,
}
