namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Where the levels of one leverage tier lie relative to an entry, for both sides, and what stands there.</summary>
internal sealed class TierLevels
{
    private readonly TimeSpan _halfLife;
    private readonly Spread _longSpread;
    private readonly Spread _shortSpread;

    private TierLevels(LeverageTier tier, TimeSpan halfLife, Spread longSpread, Spread shortSpread, LevelStack longs, LevelStack shorts)
    {
        (Tier, _halfLife, _longSpread, _shortSpread, Longs, Shorts) = (tier, halfLife, longSpread, shortSpread, longs, shorts);
    }

    /// <summary>The tier; its share is that among the tiers that exist.</summary>
    public LeverageTier Tier { get; }

    public LevelStack Longs { get; }

    public LevelStack Shorts { get; }

    /// <summary>Sets up the tiers that exist for a contract.</summary>
    public static TierLevels[] Of(BookParameters parameters, BracketLadder ladder, int bands)
    {
        var available = Available(parameters, ladder);
        var borders = Borders(available, parameters, ladder);
        var shares = available.Sum(tier => tier.Share) + parameters.ThinShare;
        return [.. available.Select((tier, i) =>
        {
            var (lowest, highest) = (borders[i], borders[i + 1]);
            var share = tier.Share / shares;
            var thin = i == available.Length - 1 ? parameters.ThinShare / shares : 0;
            return new TierLevels(
                tier with { Share = share },
                parameters.HalfLifePerPercent * (100 * (1 - Ratio(PositionSide.Long, tier.Leverage))),
                new Spread(-PriceGrid.BandsIn(Ratio(PositionSide.Long, highest)), -PriceGrid.BandsIn(Ratio(PositionSide.Long, lowest)), share, thin),
                new Spread(PriceGrid.BandsIn(Ratio(PositionSide.Short, highest)), PriceGrid.BandsIn(Ratio(PositionSide.Short, lowest)), share, thin),
                new LevelStack(bands),
                new LevelStack(bands));
        })];

        double Ratio(PositionSide side, double leverage) => RatioToEntry(side, leverage, parameters, ladder);
    }

    /// <summary>How far from an entry a contract's levels may lie.</summary>
    /// <returns>Lowest level of a long and highest of a short, over the entry price; 1 when no tier exists.</returns>
    public static (double Long, double Short) FarthestRatios(BookParameters parameters, BracketLadder ladder)
    {
        // Not always that of the lowest leverage: a high one may be allowed to small positions only, whose maintenance margin is small.
        var borders = Borders(Available(parameters, ladder), parameters, ladder);
        return (
            borders.Select(leverage => RatioToEntry(PositionSide.Long, leverage, parameters, ladder)).DefaultIfEmpty(1).Min(),
            borders.Select(leverage => RatioToEntry(PositionSide.Short, leverage, parameters, ladder)).DefaultIfEmpty(1).Max());
    }

    public TierLevels Clone() => new(Tier, _halfLife, _longSpread, _shortSpread, Longs.Clone(), Shorts.Clone());

    public LevelStack Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;

    /// <summary>Share that is left after a time, a fraction.</summary>
    public double Kept(TimeSpan time) => Math.Pow(0.5, time / _halfLife);

    /// <summary>Opens positions of one side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="entries">Contracts over all tiers.</param>
    public void Open(PositionSide side, ReadOnlySpan<Entry> entries)
    {
        if (side == PositionSide.Long)
        {
            _longSpread.Add(Longs, entries);
        }
        else
        {
            _shortSpread.Add(Shorts, entries);
        }
    }

    private static LeverageTier[] Available(BookParameters parameters, BracketLadder ladder) =>
        [.. parameters.Tiers.Where(tier => tier.Leverage <= ladder.MaxLeverage)];

    // Half way, in the ratio, to the neighbours; the outermost tiers reach to the last leverage there is. Tier i lies between borders i and i + 1.
    private static double[] Borders(LeverageTier[] tiers, BookParameters parameters, BracketLadder ladder) => tiers.Length == 0 ? [] :
    [
        parameters.LowestLeverage,
        .. tiers.Zip(tiers.Skip(1), (low, high) => Math.Sqrt((double)low.Leverage * high.Leverage)),
        ladder.MaxLeverage,
    ];

    private static double RatioToEntry(PositionSide side, double leverage, BookParameters parameters, BracketLadder ladder) =>
        LiquidationPrice.RatioToEntry(side, leverage, ladder.AllowedNotional((int)Math.Ceiling(leverage), parameters.TypicalNotional), ladder);

    /// <summary>Levels below an entry, in bands.</summary>
    private readonly struct Spread
    {
        private readonly int _near;
        private readonly int _far;
        private readonly double _each;
        private readonly double _thinEach;

        public Spread(double near, double far, double share, double thin)
        {
            _near = Math.Max(1, (int)Math.Round(near));
            _far = Math.Max(_near, (int)Math.Round(far));
            _each = share / (_far - _near + 1);
            // With no band between entry and the nearest level, thin margins are at that level.
            _thinEach = _near > 1 ? thin / (_near - 1) : 0;
            _each += _near > 1 ? 0 : thin / (_far - _near + 1);
        }

        public void Add(LevelStack stack, ReadOnlySpan<Entry> entries)
        {
            stack.Add(entries, _near, _far, _each);
            if (_thinEach > 0)
            {
                stack.Add(entries, 1, _near - 1, _thinEach);
            }
        }
    }
}
