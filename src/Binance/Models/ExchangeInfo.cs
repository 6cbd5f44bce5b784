using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OmnipotentFutures.Binance.Models;

/// <summary>What the futures exchange lists. Generated JSON code loses initial values, so getters here and below supply
/// them for what is absent or null.</summary>
public sealed record ExchangeInfo
{
    /// <summary>Time zone of the exchange's times: UTC.</summary>
    public string? Timezone { get; init; }

    /// <summary>Unix ms at which the list was made: hours old at times, so not the exchange's clock.</summary>
    public long? ServerTime { get; init; }

    /// <summary>Which futures these are: U_MARGINED. Undocumented.</summary>
    public string? FuturesType { get; init; }

    /// <summary>Request and order limits per IP address.</summary>
    [AllowNull]
    public IReadOnlyList<ExchangeRateLimit> RateLimits { get => field ?? []; init; }

    /// <summary>Margin assets.</summary>
    [AllowNull]
    public IReadOnlyList<MarginAsset> Assets { get => field ?? []; init; }

    /// <summary>Contracts of every status, trading or not.</summary>
    [JsonRequired]
    public IReadOnlyList<FuturesSymbol> Symbols { get; init; } = [];
}

/// <summary>A limit the exchange states.</summary>
public sealed record ExchangeRateLimit
{
    /// <summary>What is counted: REQUEST_WEIGHT or ORDERS.</summary>
    public string? RateLimitType { get; init; }

    /// <summary>Unit of the window: SECOND, MINUTE, DAY.</summary>
    public string? Interval { get; init; }

    /// <summary>Units in a window.</summary>
    public int IntervalNum { get; init; }

    /// <summary>Highest count in a window.</summary>
    public int Limit { get; init; }
}

/// <summary>An asset that can be margin.</summary>
public sealed record MarginAsset
{
    /// <summary>The asset, such as USDT.</summary>
    public string? Asset { get; init; }

    /// <summary>Whether it can be margin in multi-asset mode.</summary>
    public bool? MarginAvailable { get; init; }

    /// <summary>Auto-exchange threshold; null where there is none.</summary>
    public decimal? AutoAssetExchange { get; init; }
}

/// <summary>A listed contract.</summary>
public sealed record FuturesSymbol
{
    /// <summary>Symbol, such as BTCUSDT, BTCUSDT_261225 or one that is not ASCII.</summary>
    public required string Symbol { get; init; }

    /// <summary>Underlying pair, such as BTCUSDT.</summary>
    [AllowNull]
    public string Pair { get => field ?? string.Empty; init; }

    /// <summary>PERPETUAL, TRADIFI_PERPETUAL, CURRENT_QUARTER, NEXT_QUARTER, and others without notice; sometimes empty.</summary>
    public string? ContractType { get; init; }

    /// <summary>TRADING, SETTLING, PENDING_TRADING, CLOSE and others.</summary>
    [AllowNull]
    public string Status { get => field ?? string.Empty; init; }

    /// <summary>Unix ms of delivery; 4133404800000 for a perpetual that is not being delisted.</summary>
    public long? DeliveryDate { get; init; }

    /// <summary>Unix ms of listing.</summary>
    public long? OnboardDate { get; init; }

    /// <summary>Default maintenance margin, percent. The same for most symbols: not the bracket table.</summary>
    public decimal? MaintMarginPercent { get; init; }

    /// <summary>Default initial margin, percent. The same for most symbols: not the highest leverage.</summary>
    public decimal? RequiredMarginPercent { get; init; }

    /// <summary>Base asset, such as BTC or 1000PEPE.</summary>
    [AllowNull]
    public string BaseAsset { get => field ?? string.Empty; init; }

    /// <summary>Quote asset, such as USDT.</summary>
    [AllowNull]
    public string QuoteAsset { get => field ?? string.Empty; init; }

    /// <summary>Margin asset, such as USDT.</summary>
    [AllowNull]
    public string MarginAsset { get => field ?? string.Empty; init; }

    /// <summary>Decimals of prices on the wire. Not the tick size.</summary>
    public int? PricePrecision { get; init; }

    /// <summary>Decimals of quantities on the wire.</summary>
    public int? QuantityPrecision { get; init; }

    /// <summary>COIN, INDEX, PREMARKET, COMMODITY, EQUITY and others without notice.</summary>
    public string? UnderlyingType { get; init; }

    /// <summary>Binance's tags for the underlying.</summary>
    [AllowNull]
    public IReadOnlyList<string> UnderlyingSubType { get => field ?? []; init; }

    /// <summary>Fee of a liquidation order, a fraction.</summary>
    public decimal? LiquidationFee { get; init; }

    /// <summary>Trading rules; each carries a <c>filterType</c> and members of its own.</summary>
    [AllowNull]
    public IReadOnlyList<SymbolFilter> Filters { get => field ?? []; init; }

    /// <summary>Whether the contract trades now.</summary>
    public bool IsTrading => Status == "TRADING";

    /// <summary>Whether the contract has no delivery date of its own and pays funding.</summary>
    public bool IsPerpetual => ContractType is "PERPETUAL" or "TRADIFI_PERPETUAL";

    /// <summary>Smallest price step, quote units; null where the exchange does not say.</summary>
    public decimal? TickSize => Filters.FirstOrDefault(filter => filter.FilterType == "PRICE_FILTER")?.TickSize;
}

/// <summary>A trading rule of a contract. Only the members in use are read.</summary>
public sealed record SymbolFilter
{
    /// <summary>Which rule: PRICE_FILTER, LOT_SIZE and others. Not always the first member.</summary>
    public string? FilterType { get; init; }

    /// <summary>Smallest price step of a PRICE_FILTER, quote units.</summary>
    public decimal? TickSize { get; init; }

    /// <summary>Smallest quantity step of a LOT_SIZE, base units.</summary>
    public decimal? StepSize { get; init; }
}
