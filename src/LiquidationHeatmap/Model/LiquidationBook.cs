namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Estimated liquidation levels of a contract. Positions are opened where and when open interest says, at the leverages that traders are
/// known to use; their levels follow from the exchange's margin arithmetic; a price that reaches a level consumes it; what is left fades as its
/// holders close; and neither side holds more contracts than are open. A bar costs the same however long the history is.</summary>
public sealed class LiquidationBook
{
    private readonly BookParameters _parameters;
    private readonly TierLevels[] _tiers;
    private readonly double[] _kept;
    private readonly double[] _pricesDown;
    private readonly int[] _bandsUp;
    private readonly int[] _bandsDown;
    private readonly double[] _steps;
    private TimeSpan _keptOver;
    private long? _end;
    private double? _openInterest;

    /// <summary>Starts without positions.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="lowest">Lowest price that bars may reach, USDT, above 0.</param>
    /// <param name="highest">Highest price that bars may reach, USDT.</param>
    public LiquidationBook(BookParameters parameters, BracketLadder ladder, double lowest, double highest)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(ladder);
        _parameters = parameters;
        (LowestPrice, HighestPrice) = (lowest, highest);
        var farthest = TierLevels.FarthestRatios(parameters, ladder);
        Grid = new PriceGrid(lowest * farthest.Long * (1 - PriceGrid.BandWidth), highest * farthest.Short * (1 + PriceGrid.BandWidth));
        _tiers = TierLevels.Of(parameters, ladder, Grid.Count);
        _kept = new double[_tiers.Length];
        _steps = new double[Grid.Count + 1];
        _pricesDown = [.. Grid.Prices];
        Array.Reverse(_pricesDown);
        _bandsUp = [.. Enumerable.Range(0, Grid.Count)];
        _bandsDown = [.. _bandsUp.Reverse()];
    }

    private LiquidationBook(LiquidationBook other)
    {
        _parameters = other._parameters;
        (LowestPrice, HighestPrice, Grid) = (other.LowestPrice, other.HighestPrice, other.Grid);
        (_pricesDown, _bandsUp, _bandsDown) = (other._pricesDown, other._bandsUp, other._bandsDown);
        _tiers = [.. other._tiers.Select(tier => tier.Clone())];
        _kept = [.. other._kept];
        _steps = new double[Grid.Count + 1];
        (_keptOver, _end, _openInterest) = (other._keptOver, other._end, other._openInterest);
        (Opened, Consumed, Faded) = (other.Opened, other.Consumed, other.Faded);
    }

    /// <summary>The price bands that levels are kept by.</summary>
    public PriceGrid Grid { get; }

    /// <summary>Lowest price that a bar may reach, USDT.</summary>
    public double LowestPrice { get; }

    /// <summary>Highest price that a bar may reach, USDT.</summary>
    public double HighestPrice { get; }

    /// <summary>Leverages that exist for the contract.</summary>
    public IEnumerable<int> AvailableLeverages => _tiers.Select(tier => tier.Tier.Leverage);

    /// <summary>Contracts opened so far, both sides together, base units.</summary>
    public double Opened { get; private set; }

    /// <summary>Contracts whose level the price reached so far, base units.</summary>
    public double Consumed { get; private set; }

    /// <summary>Contracts closed by their holders so far, base units.</summary>
    public double Faded { get; private set; }

    /// <summary>Starts a book that has room for a history.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="bars">Bars, at least one.</param>
    /// <param name="room">How far the price may go beyond the history, a fraction.</param>
    /// <returns>A book without positions.</returns>
    public static LiquidationBook For(BookParameters parameters, BracketLadder ladder, IReadOnlyList<MarketBar> bars, double room = 0)
    {
        ArgumentNullException.ThrowIfNull(bars);

        var (lowest, highest) = (double.PositiveInfinity, 0.0);
        foreach (var bar in bars)
        {
            lowest = Math.Min(lowest, Math.Min(bar.Low, bar.TriggerLow));
            highest = Math.Max(highest, Math.Max(bar.High, bar.TriggerHigh));
        }

        return new LiquidationBook(parameters, ladder, lowest / (1 + room), highest * (1 + room));
    }

    /// <summary>Builds the book of a history.</summary>
    /// <param name="parameters">The model's assumptions.</param>
    /// <param name="ladder">The contract's brackets.</param>
    /// <param name="bars">Bars, oldest first, at least one.</param>
    /// <returns>The book after the last bar.</returns>
    public static LiquidationBook Build(BookParameters parameters, BracketLadder ladder, IReadOnlyList<MarketBar> bars)
    {
        var book = For(parameters, ladder, bars);
        foreach (var bar in bars)
        {
            book.Advance(bar);
        }

        return book;
    }

    /// <summary>A copy that goes its own way: for a bar that is not finished.</summary>
    /// <returns>The copy.</returns>
    public LiquidationBook Clone() => new(this);

    /// <summary>Whether the book has room for a bar's prices.</summary>
    /// <param name="bar">The bar.</param>
    /// <returns>Whether <see cref="Advance"/> may be called.</returns>
    public bool Covers(in MarketBar bar) =>
        Math.Min(bar.Low, bar.TriggerLow) >= LowestPrice && Math.Max(bar.High, bar.TriggerHigh) <= HighestPrice;

    /// <summary>Takes in the next bar.</summary>
    /// <param name="bar">The bar, later than those before; its prices between <see cref="LowestPrice"/> and <see cref="HighestPrice"/>.</param>
    /// <returns>What it liquidated.</returns>
    public ForcedVolume Advance(in MarketBar bar)
    {
        var end = bar.OpenTime + (long)bar.Length.TotalMilliseconds;
        Fade(_end is { } before && before < bar.OpenTime ? TimeSpan.FromMilliseconds(end - before) : bar.Length);
        _end = end;

        if (bar.OpenInterest is { } open)
        {
            var increase = Math.Max(0, open - (_openInterest ?? open));
            Open(bar, increase + (_parameters.ChurnPerHour * bar.Length.TotalHours * open));
            _openInterest = open;
        }

        // After opening, so that nothing stands that the bar has passed.
        var longs = Consume(PositionSide.Long, bar.TriggerLow);
        var shorts = Consume(PositionSide.Short, bar.TriggerHigh);
        Bound(_openInterest ?? 0);

        var share = _parameters.LiquidatedShare;
        return new ForcedVolume(bar.OpenTime, bar.Length, longs * share, shorts * share);
    }

    /// <summary>Contracts that stand on one side, base units.</summary>
    /// <param name="side">The side.</param>
    /// <returns>Never more than the open interest of the last bar that reported it.</returns>
    public double Standing(PositionSide side)
    {
        var total = 0.0;
        foreach (var tier in _tiers)
        {
            total += tier.Of(side).Total;
        }

        return total;
    }

    /// <summary>What stands now, by tier and band.</summary>
    /// <param name="price">Present price, USDT: levels it has passed are not standing, whatever the last bar says.</param>
    /// <returns>The levels.</returns>
    public StandingBook At(double price)
    {
        var lastLong = Grid.FirstAtOrAbove(price) - 1;
        var lastShort = Grid.Count - 2 - Grid.LastAtOrBelow(price);
        return new StandingBook(Grid, price, [.. _tiers.Select(tier => new StandingTier(
            tier.Tier.Leverage,
            ByBand(tier.Longs, lastLong, Grid.Prices, _bandsUp),
            ByBand(tier.Shorts, lastShort, _pricesDown, _bandsDown)))]);
    }

    /// <summary>Adds what stands on one side, over all tiers, to the rows of a picture.</summary>
    /// <param name="side">The side.</param>
    /// <param name="rows">Which bands have a row.</param>
    /// <param name="sums">Notional by row, USDT; added to.</param>
    internal void AddTo(PositionSide side, PriceRows rows, Span<double> sums)
    {
        var isLong = side == PositionSide.Long;
        var (first, last) = isLong ? (rows.FirstBand, rows.LastBand) : (Mirror(rows.LastBand), Mirror(rows.FirstBand));
        var prices = isLong ? Grid.Prices : _pricesDown;
        var rowOf = isLong ? rows.RowOfBand : rows.RowOfBandDown;
        _steps.AsSpan(first).Clear();
        var highest = -1;
        foreach (var tier in _tiers)
        {
            highest = Math.Max(highest, tier.Of(side).AddStepsTo(first, _steps));
        }

        var density = 0.0;
        var negligible = Standing(side) * LevelStack.Rounding;
        for (var band = highest; band >= first; band--)
        {
            density += _steps[band + 1];
            if (band <= last && density > negligible)
            {
                sums[rowOf[band]] += density * prices[band];
            }
        }
    }

    private static double[] ByBand(LevelStack stack, int last, ReadOnlySpan<double> prices, int[] bands)
    {
        var notional = new double[bands.Length];
        stack.AddTo(0, last, prices, bands, notional);
        return notional;
    }

    private int Mirror(int band) => Grid.Count - 1 - band;

    private void Fade(TimeSpan time)
    {
        if (time != _keptOver)
        {
            for (var i = 0; i < _tiers.Length; i++)
            {
                _kept[i] = _tiers[i].Kept(time);
            }

            _keptOver = time;
        }

        for (var i = 0; i < _tiers.Length; i++)
        {
            Faded += _tiers[i].Longs.Keep(_kept[i]) + _tiers[i].Shorts.Keep(_kept[i]);
        }
    }

    private double Consume(PositionSide side, double price)
    {
        var isLong = side == PositionSide.Long;
        var reached = isLong ? Grid.FirstAtOrAbove(price) : Mirror(Grid.LastAtOrBelow(price));
        var prices = isLong ? Grid.Prices : _pricesDown;
        var notional = 0.0;
        foreach (var tier in _tiers)
        {
            var removed = tier.Of(side).ConsumeFrom(reached, prices);
            Consumed += removed.Contracts;
            notional += removed.Notional;
        }

        return notional;
    }

    private void Open(in MarketBar bar, double contracts)
    {
        if (_tiers.Length == 0)
        {
            return;
        }

        var (atClose, atEnds) = (contracts * _parameters.CloseShare, contracts * (1 - _parameters.CloseShare) / 2);
        var (close, high, low) = (Grid.BandOf(bar.Close), Grid.BandOf(bar.High), Grid.BandOf(bar.Low));
        ReadOnlySpan<Entry> longs = [new(close, atClose), new(high, atEnds), new(low, atEnds)];
        ReadOnlySpan<Entry> shorts = [new(Mirror(close), atClose), new(Mirror(high), atEnds), new(Mirror(low), atEnds)];
        foreach (var tier in _tiers)
        {
            tier.Open(PositionSide.Long, longs);
            tier.Open(PositionSide.Short, shorts);
        }

        // Each contract is one long and one short.
        Opened += 2 * contracts;
    }

    private void Bound(double open)
    {
        Bound(PositionSide.Long, open);
        Bound(PositionSide.Short, open);
    }

    private void Bound(PositionSide side, double open)
    {
        var standing = Standing(side);
        if (standing <= open)
        {
            return;
        }

        foreach (var tier in _tiers)
        {
            Faded += tier.Of(side).Keep(open / standing);
        }
    }
}
