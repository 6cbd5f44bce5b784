using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Suite;

/// <summary>What a person sees when the suite is up.</summary>
internal static class Welcome
{
    /// <summary>Says what runs where and how to try it.</summary>
    public static string Write(RunningSuite suite, PaperExchangeOptions? paper) =>
        $"""

        Omnipotent Futures is running on {Market(paper)}

          Gateway and dashboard    {Address(suite.Gateway)}
          Liquidation heatmap      {Address(suite.LiquidationHeatmap)}
          Funding & derivatives    {Address(suite.FundingDerivatives)}
        {(suite.PaperExchange is { } exchange ? $"  Paper exchange           {Address(exchange)}" : "  Exchange                 Binance")}

        Try it:
          curl {Address(suite.LiquidationHeatmap)}/analyze/BTCUSDT
          curl '{Address(suite.FundingDerivatives)}/analyze/BTCUSDT?lang=en'
          curl '{Address(suite.Gateway)}/api/liquidation-heatmap?symbol=ETHUSDT'
          curl -X POST {Address(suite.Gateway)}/api/funding-derivatives -H 'Content-Type: application/json' -d '{"{"}"symbols":["BTCUSDT","ETHUSDT"]{"}"}'

        Swagger UI is at /swagger of every address. Logs are in {Path.GetFullPath(Environment.GetEnvironmentVariable("LOG_DIRECTORY") ?? "logs")}. Ctrl-C stops everything.

        """;

    private static string Market(PaperExchangeOptions? paper) => paper switch
    {
        null => "live Binance data. No Binance here? Add --paper for a simulated market.",
        { MarketFolder: { } folder } => $"a recorded market ({folder}): nothing here is current.",
        _ => "a simulated market: nothing here is the real market. Leave out --paper for Binance.",
    };

    private static string Address(Uri address) => address.ToString().TrimEnd('/');
}
