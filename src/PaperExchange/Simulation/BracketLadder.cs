namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A contract's maintenance-margin brackets and the isolated liquidation price that follows from them.</summary>
internal sealed class BracketLadder
{
    /// <summary>The deepest ladders: first rung 150x (BTC; ETH differs only in the highest rungs).</summary>
    public static readonly BracketLadder Deepest = new(
        (300e3, .004, 150), (800e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (70e6, .02, 25), (100e6, .025, 20),
        (230e6, .05, 10), (480e6, .1, 5), (600e6, .125, 4), (800e6, .15, 3), (1.2e9, .25, 2), (1.8e9, .5, 1));

    /// <summary>Contracts of a major in another quote or with an expiry: first rung 125x.</summary>
    public static readonly BracketLadder Major = new(
        (50e3, .004, 125), (600e3, .005, 100), (3e6, .0065, 75), (12e6, .01, 50), (35e6, .02, 25), (50e6, .025, 20),
        (115e6, .05, 10), (240e6, .1, 5), (300e6, .125, 4), (400e6, .15, 3), (600e6, .25, 2), (900e6, .5, 1));

    /// <summary>Large coins: first rung 100x.</summary>
    public static readonly BracketLadder Large = new(
        (50e3, .005, 100), (400e3, .0065, 75), (1e6, .01, 50), (4e6, .02, 25), (8e6, .025, 20), (40e6, .05, 10),
        (80e6, .1, 5), (100e6, .125, 4), (200e6, .25, 2), (400e6, .5, 1));

    /// <summary>Well traded coins: first rung 75x.</summary>
    public static readonly BracketLadder Liquid = new(
        (20e3, .0065, 75), (200e3, .01, 50), (300e3, .015, 40), (1.5e6, .02, 25), (3e6, .025, 20), (15e6, .05, 10),
        (20e6, .1, 5), (25e6, .125, 4), (30e6, .25, 2), (35e6, .5, 1));

    /// <summary>Middling coins: first rung 75x, but only for small positions.</summary>
    public static readonly BracketLadder Middling = new(
        (5e3, .01, 75), (10e3, .015, 50), (50e3, .02, 25), (100e3, .025, 20), (175e3, .0333, 15), (250e3, .05, 10),
        (750e3, .1, 5), (1.5e6, .125, 4), (4.5e6, .1667, 3), (7.5e6, .25, 2), (12.5e6, .5, 1));

    /// <summary>Small coins: first rung 50x.</summary>
    public static readonly BracketLadder Small = new(
        (5e3, .015, 50), (10e3, .02, 25), (25e3, .025, 20), (62.5e3, .05, 10), (125e3, .1, 5), (250e3, .125, 4),
        (500e3, .1667, 3), (7.5e6, .25, 2), (12.5e6, .5, 1));

    /// <summary>Coins the exchange does not trust: first rung 10x.</summary>
    public static readonly BracketLadder Wild = new(
        (10e3, .05, 10), (60e3, .1, 5), (120e3, .125, 4), (300e3, .1667, 3), (1e6, .25, 2), (3e6, .5, 1));

    private readonly Bracket[] _brackets;

    /// <summary>Makes a ladder of rungs, lowest first; floors and maintenance amounts follow from them.</summary>
    public BracketLadder(params (double Cap, double MaintenanceMarginRate, int MaxLeverage)[] rungs)
    {
        _brackets = new Bracket[rungs.Length];
        var (floor, rateBelow, amount) = (0.0, rungs[0].MaintenanceMarginRate, 0.0);
        for (var i = 0; i < rungs.Length; i++)
        {
            var (cap, rate, maxLeverage) = rungs[i];
            amount += floor * (rate - rateBelow);
            _brackets[i] = new(floor, cap, rate, amount, maxLeverage);
            (floor, rateBelow) = (cap, rate);
        }
    }

    /// <summary>The rungs, lowest first.</summary>
    public IReadOnlyList<Bracket> Brackets => _brackets;

    /// <summary>Highest leverage of the first rung.</summary>
    public int MaxLeverage => _brackets[0].MaxLeverage;

    /// <summary>The rung of a notional (quote units); the last one above its cap.</summary>
    public Bracket At(double notional)
    {
        foreach (var bracket in _brackets)
        {
            if (notional < bracket.Cap)
            {
                return bracket;
            }
        }

        return _brackets[^1];
    }

    /// <summary>Mark price at which an isolated position is liquidated: where its margin and its loss leave just the maintenance
    /// margin, in the bracket of the notional at that price. Binance's LP = (WB + cum − S·Q·EP) / (Q·MMR − S·Q) with WB = EP·Q/L.</summary>
    /// <param name="side">Direction.</param>
    /// <param name="entryPrice">Entry price, quote units.</param>
    /// <param name="contracts">Size of one account's position, base units.</param>
    /// <param name="leverage">Leverage of the isolated margin.</param>
    /// <returns>Quote units; 0 or less when the position cannot be liquidated.</returns>
    public double LiquidationPrice(PositionSide side, double entryPrice, double contracts, double leverage)
    {
        var direction = side == PositionSide.Long ? 1 : -1;
        var margin = entryPrice * contracts / leverage;
        var price = 0.0;
        foreach (var bracket in _brackets)
        {
            price = (margin + bracket.MaintenanceAmount - (direction * contracts * entryPrice))
                / ((contracts * bracket.MaintenanceMarginRate) - (direction * contracts));

            // The maintenance margin is continuous and convex in the notional, so the first rung that holds is the only one.
            if (price * contracts < bracket.Cap)
            {
                break;
            }
        }

        return price;
    }
}
