using System.Net.Http.Json;

namespace OmnipotentFutures.Load.Drills;

/// <summary>What a mixed crowd asks the gateway, the same in every run.</summary>
internal sealed class MixedRequests
{
    private const int Seed = 20261122;
    private const string Liquidations = "/api/liquidation-heatmap";
    private const string Funding = "/api/funding-derivatives";

    private static readonly string[] Symbols =
    [
        .. "BTC ETH SOL XRP BNB DOGE ADA AVAX LINK SUI LTC BCH TRX DOT NEAR AAVE UNI ARB ENA HYPE".Split(' ').Select(coin => coin + "USDT"),
    ];

    private readonly Random _random = new(Seed);

    /// <summary>Everything once, so that all of it is known when the exchange begins to fail.</summary>
    public static IEnumerable<MixedRequest> EverythingOnce() =>
    [
        .. Symbols.SelectMany(symbol => new[] { Analysis(Liquidations, symbol), Analysis(Funding, symbol), View("heatmap", symbol), View("map", symbol) }),
        Screener,
    ];

    /// <summary>The next one: mostly analyses, some views and lists, a little rubbish.</summary>
    public MixedRequest Next() => _random.Next(100) switch
    {
        < 35 => Analysis(Liquidations, AnySymbol()),
        < 70 => Analysis(Funding, AnySymbol()),
        < 78 => View("heatmap", AnySymbol()),
        < 85 => View("map", AnySymbol()),
        < 89 => Batch(Liquidations, AnyFive()),
        < 93 => Batch(Funding, AnyFive()),
        < 96 => Screener,
        _ => Rubbish(),
    };

    private static MixedRequest Screener { get; } = Get($"{Funding}/screener?limit=50");

    private static MixedRequest Analysis(string service, string symbol) => Get($"{service}?symbol={symbol}");

    private static MixedRequest View(string name, string symbol) => Get($"{Liquidations}/{name}/{symbol}");

    private static MixedRequest Get(string path) => new(() => new(HttpMethod.Get, path));

    private static MixedRequest Batch(string service, string[] symbols) =>
        new(() => new(HttpMethod.Post, service) { Content = JsonContent.Create(new { symbols }) }) { IsBatch = true };

    private MixedRequest Rubbish()
    {
        var path = _random.Next(4) switch
        {
            0 => $"{Liquidations}?symbol=RUBBISH{_random.Next(100_000)}USDT",
            1 => $"{Funding}?symbol=%00%0d%0aevil",
            2 => $"{Funding}/screener?limit=many",
            _ => $"/api/no-such-service?symbol=BTCUSDT",
        };
        return new(() => new(HttpMethod.Get, path)) { IsRubbish = true };
    }

    private string AnySymbol() => Symbols[_random.Next(Symbols.Length)];

    private string[] AnyFive() => [.. Symbols.OrderBy(_ => _random.Next()).Take(5)];
}

/// <summary>One request of the crowd.</summary>
/// <param name="Create">Makes the message, which can be sent once.</param>
internal sealed record MixedRequest(Func<HttpRequestMessage> Create)
{
    /// <summary>Answers with one entry a symbol, each of which can fail.</summary>
    public bool IsBatch { get; init; }

    /// <summary>To be refused as the caller's mistake.</summary>
    public bool IsRubbish { get; init; }
}
