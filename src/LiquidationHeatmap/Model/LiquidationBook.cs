namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Estimated liquidation levels of a contract. Positions are opened where and when open interest says, at the leverages that traders are
/// known to use; their levels follow from the exchange's margin arithmetic; a price that reaches a level consumes it; what is left fades as its
/// holders close; and neither side holds more contracts than are open.</summary>
public sealed class LiquidationBook
{
    private readonly BookParameters _parameters;
    private readonly Tier[] _tiers;
    private readonly List<ForcedVolume> _forced = [];
    private double? _openInterest;

    /// <summary>Starts without positions.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="grid">Price bands that cover the history and the levels it leads to.</param>
    public LiquidationBook(BookParameters parameters, BracketLadder ladder, PriceGrid grid)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(ladder);
        _parameters = parameters;

        var available = parameters.Tiers.Where(tier => tier.Leverage <= ladder.MaxLeverage).ToList();
        var shares = available.Sum(tier => tier.Share);
        _tiers =
        [
            .. available.Select(tier => new Tier(
                tier.Leverage,
                tier.Share / shares,
                tier.HalfLife,
                LiquidationPrice.RatioToEntry(PositionSide.Long, tier.Leverage, ladder.AllowedNotional(tier.Leverage, parameters.TypicalNotional), ladder),
                LiquidationPrice.RatioToEntry(PositionSide.Short, tier.Leverage, ladder.AllowedNotional(tier.Leverage, parameters.TypicalNotional), ladder),
                new LevelStack(grid, PositionSide.Long),
                new LevelStack(grid, PositionSide.Short))),
        ];
        Grid = grid;
    }

    /// <summary>The price bands that levels are kept by.</summary>
    public PriceGrid Grid { get; }

    /// <summary>Leverages that exist for the contract.</summary>
    public IEnumerable<int> AvailableLeverages => _tiers.Select(tier => tier.Leverage);

    /// <summary>What the price has liquidated by the book's own account, a reading a bar.</summary>
    public IReadOnlyList<ForcedVolume> Forced => _forced;

    /// <summary>Contracts opened so far, both sides together, base units.</summary>
    public double Opened { get; private set; }

    /// <summary>Contracts liquidated so far, base units.</summary>
    public double Consumed { get; private set; }

    /// <summary>Contracts closed by their holders so far, base units.</summary>
    public double Faded { get; private set; }

    /// <summary>Builds the book of a history.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="bars">Bars, oldest first, at least one.</param>
    /// <returns>The book after the last bar.</returns>
    public static LiquidationBook Build(BookParameters parameters, BracketLadder ladder, IReadOnlyList<MarketBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);

        // A 2x long is liquidated at half its entry, a 2x short at one and a half times.
        var grid = new PriceGrid(bars.Min(bar => Math.Min(bar.Low, bar.TriggerLow)) * 0.45, bars.Max(bar => Math.Max(bar.High, bar.TriggerHigh)) * 1.6);
        var book = new LiquidationBook(parameters, ladder, grid);
        foreach (var bar in bars)
        {
            book.Advance(bar);
        }

        return book;
    }

    /// <summary>Takes in the next bar.</summary>
    /// <param name="bar">The bar, later than those before.</param>
    public void Advance(MarketBar bar)
    {
        Fade(bar.Length);

        var longs = Consume(PositionSide.Long, bar.TriggerLow);
        var shorts = Consume(PositionSide.Short, bar.TriggerHigh);

        if (bar.OpenInterest is { } now)
        {
            var increase = Math.Max(0, now - (_openInterest ?? now));
            Open(bar, increase + (_parameters.ChurnPerHour * bar.Length.TotalHours * now));
            // What was opened inside the bar and lies beyond its close has been reached inside the bar.
            // The trigger's range bounds it: a last trade beyond the mark price liquidates nobody.
            longs += Consume(PositionSide.Long, Math.Max(bar.Close, bar.TriggerLow));
            shorts += Consume(PositionSide.Short, Math.Min(bar.Close, bar.TriggerHigh));
            Bound(now);
            _openInterest = now;
        }

        _forced.Add(new ForcedVolume(bar.OpenTime, bar.Length, longs, shorts));
    }

    /// <summary>Every level that stands.</summary>
    /// <returns>Levels of both sides and all tiers.</returns>
    public IEnumerable<StandingLevel> Levels() =>
        from tier in _tiers
        from side in new[] { PositionSide.Long, PositionSide.Short }
        from level in tier.Of(side).Levels()
        select new StandingLevel(side, tier.Leverage, Grid.PriceOf(level.Band), level.Contracts);

    /// <summary>Contracts that stand on one side, base units.</summary>
    /// <param name="side">The side.</param>
    /// <returns>Never more than the open interest of the last bar that reported it.</returns>
    public double Standing(PositionSide side) => _tiers.Sum(tier => tier.Of(side).Total);

    private void Fade(TimeSpan time)
    {
        foreach (var tier in _tiers)
        {
            var kept = Math.Pow(0.5, time / tier.HalfLife);
            Faded += tier.Longs.Keep(kept) + tier.Shorts.Keep(kept);
        }
    }

    private double Consume(PositionSide side, double price)
    {
        var notional = 0.0;
        foreach (var tier in _tiers)
        {
            var removed = tier.Of(side).ConsumeAt(price);
            Consumed += removed.Contracts;
            notional += removed.Notional;
        }

        return notional;
    }

    private void Open(MarketBar bar, double contracts)
    {
        var wickShare = (1 - _parameters.CloseShare) / 2;
        foreach (var tier in _tiers)
        {
            var amount = contracts * tier.Share;
            Enter(tier, bar.Close, amount * _parameters.CloseShare);
            Enter(tier, bar.High, amount * wickShare);
            Enter(tier, bar.Low, amount * wickShare);
        }

        // Each contract is one long and one short.
        Opened += 2 * contracts;
    }

    private static void Enter(Tier tier, double entryPrice, double contracts)
    {
        tier.Longs.Add(entryPrice * tier.LongRatio, contracts);
        tier.Shorts.Add(entryPrice * tier.ShortRatio, contracts);
    }

    private void Bound(double open)
    {
        foreach (var side in new[] { PositionSide.Long, PositionSide.Short })
        {
            var standing = Standing(side);
            if (standing > open)
            {
                foreach (var tier in _tiers)
                {
                    Faded += tier.Of(side).Keep(open / standing);
                }
            }
        }
    }

    private sealed record Tier(
        int Leverage, double Share, TimeSpan HalfLife, double LongRatio, double ShortRatio, LevelStack Longs, LevelStack Shorts)
    {
        public LevelStack Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;
    }
}

/// <summary>What the price liquidated in one bar, by the book's account.</summary>
/// <param name="OpenTime">Start of the bar, Unix ms.</param>
/// <param name="Length">Length of the bar.</param>
/// <param name="Longs">Longs, USDT.</param>
/// <param name="Shorts">Shorts, USDT.</param>
public readonly record struct ForcedVolume(long OpenTime, TimeSpan Length, double Longs, double Shorts);
