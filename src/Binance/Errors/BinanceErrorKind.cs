namespace OmnipotentFutures.Binance.Errors;

/// <summary>Why a call to Binance gave no data.</summary>
public enum BinanceErrorKind
{
    /// <summary>The request itself is wrong; sending it again changes nothing.</summary>
    InvalidRequest,

    /// <summary>The symbol is not listed (code -1121).</summary>
    UnknownSymbol,

    /// <summary>The symbol is listed but not trading: settling, delivered, closed or not yet open (code -4108).</summary>
    SymbolNotTrading,

    /// <summary>A request limit is reached: HTTP 429, or our own budget before it.</summary>
    RateLimited,

    /// <summary>HTTP 418: this address is banned for going on after 429.</summary>
    Banned,

    /// <summary>HTTP 403, or 202 with a challenge: the firewall in front of Binance refused.</summary>
    Blocked,

    /// <summary>HTTP 451: Binance does not serve this location.</summary>
    RestrictedLocation,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>Not reachable, or HTTP 5xx.</summary>
    Unavailable,

    /// <summary>An answer that is not what Binance documents.</summary>
    MalformedResponse,
}
