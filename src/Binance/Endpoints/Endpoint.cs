namespace OmnipotentFutures.Binance.Endpoints;

/// <summary>What a REST endpoint is and costs. The catalogues <see cref="FuturesEndpoints"/> and <see cref="SpotEndpoints"/> list them all.</summary>
public sealed record Endpoint
{
    /// <summary>Path below the host, with a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Which of Binance's limits a call counts against.</summary>
    public required RateScope Scope { get; init; }

    /// <summary>Cost of one call in units of its scope.</summary>
    public required CallCost Cost { get; init; }

    /// <summary>Rows a call may ask for; null where the endpoint has no <c>limit</c>.</summary>
    public PageSize? Page { get; init; }

    /// <summary>Binance's own page on the endpoint.</summary>
    public required Uri Documentation { get; init; }
}

/// <summary>How many rows one call returns.</summary>
/// <param name="Default">Rows when <c>limit</c> is not given.</param>
/// <param name="Max">Highest <c>limit</c>.</param>
public sealed record PageSize(int Default, int Max);
