namespace OmnipotentFutures.EndToEnd;

/// <summary>The sample responses of the product owner's brief: the floor of our contract.</summary>
internal static class BriefSamples
{
    public const string LiquidationHeatmap =
        """
        {
          "success": true,
          "data": {
            "symbol": "BTCUSDT",
            "current_price": 34250.50,
            "zones": {
              "above_price": [{ "price": 34594.50, "leverage": 2, "volume": 500000, "type": "SHORT_LIQUIDATION" }],
              "below_price": [{ "price": 33906.50, "leverage": 2, "volume": 500000, "type": "LONG_LIQUIDATION" }]
            },
            "whale_targets": [{ "price": 32600.48, "total_volume": 2450000, "cluster_size": 8, "risk_level": "EXTREME" }],
            "cascade_probability": { "upside": 0.65, "downside": 0.78, "dominant_direction": "DOWN" },
            "market_pressure": { "status": "LONG_HEAVY", "signal": "⚠️ Yüksek long pozisyon riski - Cascade olasılığı yüksek" }
          }
        }
        """;

    public const string FundingDerivatives =
        """
        {
          "success": true,
          "data": {
            "symbol": "BTCUSDT",
            "funding_rate": { "current": 0.0156, "status": "BULLISH", "warning": "Pozitif funding - Long bias", "next_funding_time": 1698796800000 },
            "open_interest": { "value": 45678912.50, "timestamp": 1698789234567 },
            "basis": { "value": 0.23, "status": "NORMAL", "signal": "Normal piyasa durumu", "spot_price": 34245.80, "futures_price": 34250.50 },
            "long_short_ratio": { "value": 1.85, "status": "LONG_HEAVY", "signal": "Aşırı long pozisyon - Reversal riski" }
          }
        }
        """;
}
