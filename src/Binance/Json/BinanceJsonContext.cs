using System.Text.Json.Serialization;
using OmnipotentFutures.Binance.Models;

namespace OmnipotentFutures.Binance.Json;

/// <summary>JSON metadata of everything Binance answers. Unknown members are skipped: Binance adds them without notice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters = [typeof(NullableDecimalConverter), typeof(NullableIntegerConverter<int>), typeof(NullableIntegerConverter<long>), typeof(KlinesConverter)])]
[JsonSerializable(typeof(BasisPoint[]))]
[JsonSerializable(typeof(BinanceError))]
[JsonSerializable(typeof(BookTicker))]
[JsonSerializable(typeof(BookTicker[]))]
[JsonSerializable(typeof(ExchangeInfo))]
[JsonSerializable(typeof(FundingInfo[]))]
[JsonSerializable(typeof(FundingRate[]))]
[JsonSerializable(typeof(Kline[]))]
[JsonSerializable(typeof(LongShortRatio[]))]
[JsonSerializable(typeof(OpenInterest))]
[JsonSerializable(typeof(OpenInterestPoint[]))]
[JsonSerializable(typeof(PremiumIndex))]
[JsonSerializable(typeof(PremiumIndex[]))]
[JsonSerializable(typeof(RiskBracketAnswer))]
[JsonSerializable(typeof(ServerTime))]
[JsonSerializable(typeof(SpotExchangeInfo))]
[JsonSerializable(typeof(SpotPrice))]
[JsonSerializable(typeof(SpotPrice[]))]
[JsonSerializable(typeof(TakerVolume[]))]
[JsonSerializable(typeof(Ticker24h))]
[JsonSerializable(typeof(Ticker24h[]))]
internal sealed partial class BinanceJsonContext : JsonSerializerContext;
