namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The model's assumptions about traders. None of them is published by the exchange; what they were fitted to, and how well they do on
/// hours they were not fitted to, is in docs/accuracy.md.</summary>
public sealed record BookParameters
{
    /// <summary>Version of the model and of <see cref="Default"/>, as responses state it.</summary>
    public const string Version = "liquidation-2";

    /// <summary>The parameters in use: fitted to the realised liquidations of BTCUSDT in the first 60 % of the hours from 2025-12-26 to
    /// 2026-01-29.</summary>
    public static BookParameters Default { get; } = new();

    /// <summary>Leverage tiers with the share of opened contracts that goes to each. A tier stands for all leverages that are nearer to it than to
    /// the next. A month of liquidations does not tell the tiers up to 10x apart: their shares are alike by assumption.</summary>
    public IReadOnlyList<LeverageTier> Tiers { get; init; } =
    [
        new(2, .135),
        new(3, .135),
        new(5, .135),
        new(10, .135),
        new(20, .267),
        new(50, .092),
        new(100, .087),
        new(125, .013),
    ];

    /// <summary>Lowest leverage that the lowest tier stands for.</summary>
    public double LowestLeverage { get; init; } = 1.7;

    /// <summary>Share of opened contracts whose margin is all but used up from the start, by losses elsewhere in a cross-margin account: their
    /// levels lie between the entry and the highest leverage's level. A fraction.</summary>
    public double ThinShare { get; init; } = .0021;

    /// <summary>Time in which half of a tier's holders close, for each percent between entry and liquidation: who can afford a far level stays
    /// longer.</summary>
    public TimeSpan HalfLifePerPercent { get; init; } = TimeSpan.FromHours(4.5);

    /// <summary>Share of open interest that changes hands in an hour at a flat open interest, a fraction.</summary>
    public double ChurnPerHour { get; init; } = 0.01;

    /// <summary>Share of a bar's entries at its close; the rest is split between its high and its low.</summary>
    public double CloseShare { get; init; } = 0.4;

    /// <summary>Share of the notional whose level the price reaches that ends in a liquidation order; the rest is closed by stops or saved by
    /// added margin before. Fitted to liquidations on Binance, Bybit and OKX together against the open interest of Binance. A fraction.</summary>
    public double LiquidatedShare { get; init; } = 0.157;

    /// <summary>Notional of the position that stands for all, USDT, or less where the tier allows less: it decides the bracket, since a book of
    /// totals does not know single positions.</summary>
    public double TypicalNotional { get; init; } = 10_000;
}

/// <summary>A group of positions of about the same leverage.</summary>
/// <param name="Leverage">Leverage.</param>
/// <param name="Share">Share of opened contracts, a fraction; the shares of the tiers that exist for a contract are scaled to 1.</param>
public sealed record LeverageTier(int Leverage, double Share);
