namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>What <see cref="BookParameters.LiquidatedShare"/> was fitted to.</summary>
/// <param name="Symbol">The contract.</param>
/// <param name="Exchanges">Whose liquidations, together, of the open interest of the first.</param>
/// <param name="From">Start of the sample, Unix ms.</param>
/// <param name="To">End of the sample, Unix ms.</param>
public sealed record Calibration(string Symbol, IReadOnlyList<string> Exchanges, long From, long To)
{
    /// <summary>That of the parameters in use: 2025-12-26 22:00 to 2026-01-16 05:00 UTC.</summary>
    public static Calibration Default { get; } = new("BTCUSDT", ["Binance", "Bybit", "OKX"], 1_766_786_400_000, 1_768_539_600_000);
}
