using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Binance;
using OmnipotentFutures.Binance.Errors;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>What the exchange says of all contracts or pairs in one answer, by symbol: shared by every analysis and the screener.</summary>
internal sealed class MarketLists(BinanceFuturesClient futures, BinanceSpotClient spot, InputReader reader)
{
    private const string PremiumKey = "premium-indexes";
    private const string RulesKey = "funding-info";
    private const string Usdt = "USDT";

    /// <summary>How long a mark price and funding estimate live; Binance publishes them every second or so.</summary>
    public static CachePolicy Live { get; } = CachePolicy.For(TimeSpan.FromSeconds(5));

    // An old book beside a new one misleads: never given out as stale.
    private static readonly CachePolicy Books = Live with { MayBeStale = false };

    // How soon is asked again for what could not be had.
    private static readonly TimeSpan GapPause = TimeSpan.FromSeconds(2);

    // The dearest answer of all.
    private static readonly CachePolicy Statistics = CachePolicy.For(TimeSpan.FromSeconds(30));

    // Quote assets are worth about as much as a moment ago: a sum of 24 hours needs no price of this second.
    private static readonly CachePolicy QuotePrices = Statistics;

    private static readonly CachePolicy Rules = CachePolicy.For(TimeSpan.FromMinutes(5));

    private static readonly CachePolicy KeptRules = CachePolicy.For(TimeSpan.FromDays(1));

    /// <summary>Funding interval, cap and floor. One call of the funding scope.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public Task<Reading<IReadOnlyDictionary<string, FundingInfo>>> FundingRulesAsync(CancellationToken cancellationToken) =>
        ReadAsync(RulesKey, Rules, async token => Plausible.Rows(await futures.GetFundingInfoAsync(token)), rule => rule.Symbol, cancellationToken);

    /// <summary>The same if it is at hand, however old.</summary>
    public Reading<IReadOnlyDictionary<string, FundingInfo>>? KnownFundingRules() =>
        reader.FindFresh<IReadOnlyDictionary<string, FundingInfo>>(RulesKey, KeptRules);

    /// <summary>Mark price, index price and running funding estimate. 10 weight.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public Task<Reading<IReadOnlyDictionary<string, PremiumIndex>>> PremiumsAsync(CancellationToken cancellationToken) =>
        reader.TryReadAsync(PremiumKey, Live, FetchPremiumsAsync, cancellationToken);

    /// <summary>The same for one who can say nothing without it.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    /// <exception cref="BinanceException">The exchange could not be asked.</exception>
    public Task<Reading<IReadOnlyDictionary<string, PremiumIndex>>> RequirePremiumsAsync(CancellationToken cancellationToken) =>
        reader.ReadAsync(PremiumKey, Live, FetchPremiumsAsync, refusal => refusal.MeansNoData, cancellationToken);

    /// <summary>The same if it is fresh already.</summary>
    public Reading<IReadOnlyDictionary<string, PremiumIndex>>? FreshPremiums() => reader.FindFresh<IReadOnlyDictionary<string, PremiumIndex>>(PremiumKey, Live);

    /// <summary>Rolling 24-hour statistics. 40 weight.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public Task<Reading<IReadOnlyDictionary<string, Ticker24h>>> TickersAsync(CancellationToken cancellationToken) =>
        ReadAsync("tickers", Statistics, async token => Plausible.Rows(await futures.GetTickers24hAsync(token)), ticker => ticker.Symbol, cancellationToken);

    /// <summary>Best bid and ask of every contract and every spot pair. 5 weight, and 4 of spot.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public async Task<MarketBooks> BooksAsync(CancellationToken cancellationToken)
    {
        var books = await ReadAsync(Books);
        return books.IsWhole ? books : await ReadAsync(Books.AtMost(GapPause));

        async Task<MarketBooks> ReadAsync(CachePolicy policy) =>
            (await reader.TryReadAsync("books", policy, AskAsync, cancellationToken)).Value ?? MarketBooks.Failed;

        async Task<MarketBooks> AskAsync(CancellationToken token)
        {
            var ofFutures = reader.TryAskAsync<IReadOnlyDictionary<string, BookTicker>>("futures-books", async limited => BooksBySymbol(await futures.GetBookTickersAsync(limited)), token);
            var ofSpot = reader.TryAskAsync<IReadOnlyDictionary<string, BookTicker>>("spot-books", async limited => BooksBySymbol(await spot.GetBookTickersAsync(limited)), token);
            return new MarketBooks(await ofFutures, await ofSpot);
        }
    }

    /// <summary>Middle of the spot book of every asset in USDT, by asset, at most half a minute old: for sums, not for a basis. 4 weight of spot.</summary>
    /// <param name="cancellationToken">Ends the caller's wait.</param>
    public Task<Reading<IReadOnlyDictionary<string, decimal>>> PricesInUsdtAsync(CancellationToken cancellationToken) =>
        reader.TryReadAsync<IReadOnlyDictionary<string, decimal>>(
            "prices-in-usdt", QuotePrices, async token => InUsdt(Plausible.Rows(await spot.GetBookTickersAsync(token))), cancellationToken);

    private async Task<IReadOnlyDictionary<string, PremiumIndex>> FetchPremiumsAsync(CancellationToken cancellationToken) =>
        BySymbol(Plausible.Rows(await futures.GetPremiumIndexesAsync(cancellationToken)), premium => premium.Symbol);

    private static Dictionary<string, BookTicker> BooksBySymbol(BookTicker[] books) => BySymbol(Plausible.Rows(books), book => book.Symbol);

    private static Dictionary<string, decimal> InUsdt(BookTicker[] books)
    {
        var prices = new Dictionary<string, decimal> { [Usdt] = 1 };
        foreach (var book in books)
        {
            if (book.Symbol.EndsWith(Usdt, StringComparison.Ordinal) && book.MidPrice is { } price)
            {
                prices[book.Symbol[..^Usdt.Length]] = price;
            }
        }

        return prices;
    }

    private Task<Reading<IReadOnlyDictionary<string, T>>> ReadAsync<T>(
        string key, CachePolicy policy, Func<CancellationToken, Task<T[]>> fetch, Func<T, string> symbolOf, CancellationToken cancellationToken) =>
        reader.TryReadAsync<IReadOnlyDictionary<string, T>>(key, policy, async token => BySymbol(await fetch(token), symbolOf), cancellationToken);

    // A symbol that comes twice is no reason to fail.
    private static Dictionary<string, T> BySymbol<T>(T[] rows, Func<T, string> symbolOf)
    {
        var bySymbol = new Dictionary<string, T>(rows.Length);
        foreach (var row in rows)
        {
            bySymbol[symbolOf(row)] = row;
        }

        return bySymbol;
    }
}
