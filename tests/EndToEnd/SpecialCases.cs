namespace OmnipotentFutures.EndToEnd;

/// <summary>A funding service on an exchange that was told special cases before it started: what is listed and by which funding rules is read for minutes.
/// Each case has a contract of its own.</summary>
public sealed class SpecialCases(FrozenExchange exchange) : IAsyncLifetime
{
    private static readonly Dictionary<string, object> Cases = new()
    {
        ["LTCUSDT"] = new { status = "SETTLING" },
        ["BCHUSDT"] = new { status = "DELIVERING" },
        ["ADAUSDT"] = new { funding_rate = -0.015, funding_floor = -0.015 },
        ["AVAXUSDT"] = new { funding_rate = 0.012, funding_cap = 0.015 },
        ["TRXUSDT"] = new { funding_rate = 0, missing = new[] { "next_funding_time" } },
        ["LINKUSDT"] = new { missing = new[] { "funding_rate", "interest_rate", "settlement_mark_price" } },
        ["DOTUSDT"] = new { missing = new[] { "interest_rate", "settlement_mark_price" } },
        ["NEARUSDT"] = new { missing = new[] { "funding_info" } },
        ["ARBUSDT"] = new { missing = new[] { "funding_info", "funding_history" } },
        ["UNIUSDT"] = new { missing = new[] { "funding_history" } },
        ["SUIUSDT"] = new { missing = new[] { "ratios" } },
        ["ENAUSDT"] = new { missing = new[] { "taker_volume" } },
        ["HYPEUSDT"] = new { missing = new[] { "open_interest_history" } },
        ["ZECUSDT"] = new { missing = new[] { "open_interest" } },
        ["WIFUSDT"] = new { missing = new[] { "premium_index" } },
        ["TRUMPUSDT"] = new { missing = new[] { "bid" } },
        ["AAVEUSDT"] = new { missing = new[] { "spot" } },
        ["XRPUSDT"] = new
        {
            missing = new[]
            {
                "funding_rate", "interest_rate", "next_funding_time", "funding_info", "funding_history", "premium_index", "open_interest",
                "open_interest_history", "ratios", "taker_volume", "bid", "ask", "spot",
            },
        },
    };

    public ServiceUnderTest Funding { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var (symbol, told) in Cases)
        {
            await exchange.TellAsync(symbol, told);
        }

        Funding = await exchange.StartFundingAsync();
    }

    public async Task DisposeAsync()
    {
        await Funding.DisposeAsync();
        foreach (var symbol in Cases.Keys)
        {
            await exchange.ForgetAsync(symbol);
        }
    }
}
