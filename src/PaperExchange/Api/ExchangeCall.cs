using OmnipotentFutures.Binance.Endpoints;
using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>One call of a Binance endpoint: its parameters, and the market at the call's instant.</summary>
internal sealed class ExchangeCall(HttpRequest request, Endpoint endpoint, Exchange exchange)
{
    /// <summary>Binance keeps statistics for 30 days (a call 35 days back is refused, one 30 days back is not);
    /// the hour beyond is for calls that were made a moment ago.</summary>
    private static readonly TimeSpan StatisticsReach = TimeSpan.FromDays(30) + TimeSpan.FromHours(1);

    private static readonly string[] SignedParameters = ["timestamp", "signature"];

    public QueryReader Query { get; } = new(request.Query, endpoint.Scope);

    public IMarket Market => exchange.Market;

    /// <summary>Exchange time, Unix ms; the same throughout the call.</summary>
    public long Now { get; } = exchange.Clock.Now;

    /// <summary>Contracts that are listed by now.</summary>
    public IEnumerable<IInstrumentMarket> Listed =>
        Market.Instruments.Where(instrument => instrument.OnboardDate <= Now).Select(instrument => Market.Find(instrument.Symbol)!);

    /// <summary>The contract of the mandatory <c>symbol</c>.</summary>
    public IInstrumentMarket Instrument() => Find(Query.Symbol("symbol") ?? throw new ApiErrorException(ApiError.Missing("symbol")));

    /// <summary>The contract of the optional <c>symbol</c>.</summary>
    public IInstrumentMarket? OptionalInstrument() => Query.Symbol("symbol", optional: true) is { } symbol ? Find(symbol) : null;

    /// <summary>The contracts of the mandatory <c>pair</c>, the perpetual first.</summary>
    public IReadOnlyList<IInstrumentMarket> Pair()
    {
        var pair = Query.Symbol("pair") ?? throw new ApiErrorException(ApiError.Missing("pair"));
        var contracts = Listed.Where(market => market.Instrument.Pair == pair).OrderByDescending(market => market.Instrument.Symbol == pair).ToList();
        return contracts is [] ? throw new ApiErrorException(ApiError.InvalidPair) : contracts;
    }

    /// <summary>The page that <c>startTime</c>, <c>endTime</c> and <c>limit</c> ask for.</summary>
    public RowPage Page()
    {
        var size = endpoint.Page ?? throw new InvalidOperationException($"{endpoint.Path} has no page size.");
        var start = Query.Number("startTime");
        var end = Query.Number("endTime");
        var limit = Query.Number("limit") ?? size.Default;
        if (limit < 1 || limit > size.Max)
        {
            throw new ApiErrorException(ApiError.OutOfRange(endpoint.Scope, "limit"));
        }

        var earliest = 0L;
        if (endpoint.Scope is RateScope.FuturesData)
        {
            earliest = Now - (long)StatisticsReach.TotalMilliseconds;
            if (start < earliest)
            {
                throw new ApiErrorException(ApiError.OutOfRange(endpoint.Scope, "startTime"));
            }
        }

        return new RowPage(start, Math.Min(end ?? Now, Now), (int)limit, earliest);
    }

    /// <summary>Refuses a call without a key, a time and a signature. Any will do: nobody has an account here.</summary>
    public void RequireSignature()
    {
        if (string.IsNullOrEmpty(request.Headers["X-MBX-APIKEY"]))
        {
            throw new ApiErrorException(ApiError.NoKey);
        }

        foreach (var parameter in SignedParameters)
        {
            if (Query.Text(parameter) is null)
            {
                throw new ApiErrorException(ApiError.Missing(parameter));
            }
        }
    }

    private IInstrumentMarket Find(string symbol) =>
        Market.Find(symbol) is { } found && found.Instrument.OnboardDate <= Now ? found : throw new ApiErrorException(ApiError.InvalidSymbol);
}
