namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Everything that is read off one book at one price.</summary>
public sealed record HeatmapAssessment
{
    private const int ZonesPerTier = 5;
    private const int TargetsPerSide = 5;

    /// <summary>Totals of the tiers that have a level.</summary>
    public required IReadOnlyList<TierTotal> Tiers { get; init; }

    /// <summary>The heaviest zones of every tier.</summary>
    public required IReadOnlyList<LiquidationZone> Zones { get; init; }

    /// <summary>Density peaks, heaviest first.</summary>
    public required IReadOnlyList<WhaleTarget> WhaleTargets { get; init; }

    /// <summary>Probability of a cascade of shorts, a fraction; null when it is not known.</summary>
    public required double? CascadeUp { get; init; }

    /// <summary>Probability of a cascade of longs, a fraction; null when it is not known.</summary>
    public required double? CascadeDown { get; init; }

    /// <summary>Which side is heavier near the price.</summary>
    public required MarketPressure Pressure { get; init; }

    /// <summary>Reads a book.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="bars">The history, oldest first, at least one bar.</param>
    /// <param name="price">Present price, USDT: levels it has passed are not standing, whatever the last bar says.</param>
    /// <returns>The assessment.</returns>
    public static HeatmapAssessment Of(BookParameters parameters, BracketLadder ladder, IReadOnlyList<MarketBar> bars, double price)
    {
        var book = LiquidationBook.Build(parameters, ladder, bars);
        StandingLevel[] levels = [.. book.Levels().Where(level => level.Side == PositionSide.Long ? level.Price < price : level.Price > price)];
        var volatility = Volatility.PerHour(bars);
        return new HeatmapAssessment
        {
            Tiers = TierTotal.Of(levels),
            Zones = [.. LiquidationZone.Heaviest(levels, ZonesPerTier)],
            WhaleTargets =
            [
                .. WhaleTarget.Find(PositionSide.Long, levels, book.Grid, TargetsPerSide)
                    .Concat(WhaleTarget.Find(PositionSide.Short, levels, book.Grid, TargetsPerSide))
                    .OrderByDescending(target => target.Notional),
            ],
            CascadeUp = volatility is > 0 and var up ? CascadeProbability.Of(PositionSide.Short, levels, book.Forced, price, up) : null,
            CascadeDown = volatility is > 0 and var down ? CascadeProbability.Of(PositionSide.Long, levels, book.Forced, price, down) : null,
            Pressure = volatility is > 0 and var near ? MarketPressure.Of(levels, price, near) : new MarketPressure(0, 0),
        };
    }
}
