namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Everything that is read off one book at one price.</summary>
public sealed record HeatmapAssessment
{
    private const int ZonesPerTier = 5;
    private const int TargetsPerSide = 5;

    /// <summary>The book.</summary>
    public required StandingBook Book { get; init; }

    /// <summary>The heaviest zones of every tier.</summary>
    public required IReadOnlyList<LiquidationZone> Zones { get; init; }

    /// <summary>Density peaks, heaviest first.</summary>
    public required IReadOnlyList<WhaleTarget> WhaleTargets { get; init; }

    /// <summary>The nearest and the strongest cluster of longs.</summary>
    public required KeyLevels LongLevels { get; init; }

    /// <summary>The nearest and the strongest cluster of shorts.</summary>
    public required KeyLevels ShortLevels { get; init; }

    /// <summary>What moves of 1, 2, 5 and 10 % reach.</summary>
    public required IReadOnlyList<PriceMove> Moves { get; init; }

    /// <summary>Probability of a cascade of shorts, a fraction; null when it is not known.</summary>
    public required double? CascadeUp { get; init; }

    /// <summary>Probability of a cascade of longs, a fraction; null when it is not known.</summary>
    public required double? CascadeDown { get; init; }

    /// <summary>Which side is heavier near the price.</summary>
    public required MarketPressure Pressure { get; init; }

    /// <summary>Reads a book.</summary>
    /// <param name="replay">The book after the last bar.</param>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="bars">The history, oldest first, at least one bar.</param>
    /// <param name="price">Present price, USDT: levels it has passed are not standing, whatever the last bar says.</param>
    /// <returns>The assessment.</returns>
    public static HeatmapAssessment Of(BookReplay replay, BookParameters parameters, IReadOnlyList<MarketBar> bars, double price)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentNullException.ThrowIfNull(parameters);

        var book = replay.Book.At(price);
        var longs = WhaleTarget.Find(PositionSide.Long, book, int.MaxValue);
        var shorts = WhaleTarget.Find(PositionSide.Short, book, int.MaxValue);
        var week = replay.Tally.FinishedWeek();
        return new HeatmapAssessment
        {
            Book = book,
            Zones = LiquidationZone.Heaviest(book, ZonesPerTier),
            WhaleTargets =
            [
                .. longs.Take(TargetsPerSide)
                    .Concat(shorts.Take(TargetsPerSide))
                    .OrderByDescending(target => target.Notional),
            ],
            LongLevels = KeyLevels.Of(PositionSide.Long, book, longs),
            ShortLevels = KeyLevels.Of(PositionSide.Short, book, shorts),
            Moves = PriceMove.Of(book, 1, 2, 5, 10),
            CascadeUp = Cascade(PositionSide.Short),
            CascadeDown = Cascade(PositionSide.Long),
            Pressure = Volatility.PerHour(bars) is > 0 and var volatility ? MarketPressure.Of(book, volatility) : new MarketPressure(0, 0),
        };

        double? Cascade(PositionSide side) =>
            CascadeSigns.Read(side, week, book, parameters.LiquidatedShare) is { } signs ? CascadeProbability.Default.Of(signs) : null;
    }
}
