namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The model's assumptions about traders. None of them is published by the exchange.</summary>
public sealed record BookParameters
{
    /// <summary>Version of these numbers, as responses state it.</summary>
    public const string Version = "liquidation-1";

    /// <summary>The parameters in use.</summary>
    public static BookParameters Default { get; } = new();

    /// <summary>Leverage tiers with the share of opened contracts that goes to each and the time after which half of what stands has been closed.
    /// Shares were fitted to realised hourly liquidations of BTCUSDT but for 2x, which a fit cannot tell: a prior.</summary>
    public IReadOnlyList<LeverageTier> Tiers { get; init; } =
    [
        new(2, .04, TimeSpan.FromHours(1440)),
        new(3, .15, TimeSpan.FromHours(720)),
        new(5, .14, TimeSpan.FromHours(240)),
        new(10, .24, TimeSpan.FromHours(120)),
        new(20, .17, TimeSpan.FromHours(72)),
        new(50, .13, TimeSpan.FromHours(24)),
        new(100, .09, TimeSpan.FromHours(12)),
        new(125, .04, TimeSpan.FromHours(8)),
    ];

    /// <summary>Share of open interest that changes hands in an hour at a flat open interest, a fraction.</summary>
    public double ChurnPerHour { get; init; } = 0.06;

    /// <summary>Share of a bar's entries at its close; the rest is split between its high and its low.</summary>
    public double CloseShare { get; init; } = 0.4;

    /// <summary>Notional of the position that stands for all, USDT, or less where the tier allows less: it decides the bracket, since a book of
    /// totals does not know single positions.</summary>
    public double TypicalNotional { get; init; } = 10_000;
}

/// <summary>A group of positions with the same leverage.</summary>
/// <param name="Leverage">Leverage.</param>
/// <param name="Share">Share of opened contracts, a fraction; the shares of the tiers that exist for a contract are scaled to 1.</param>
/// <param name="HalfLife">Time after which half of what stands has been closed by its holders.</param>
public sealed record LeverageTier(int Leverage, double Share, TimeSpan HalfLife);
