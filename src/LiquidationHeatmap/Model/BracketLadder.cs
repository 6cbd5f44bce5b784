namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The maintenance margin brackets of a contract, from small notional to large.</summary>
public sealed class BracketLadder
{
    private readonly Bracket[] _brackets;

    private BracketLadder(Bracket[] brackets) => _brackets = brackets;

    /// <summary>Highest leverage that any position may have.</summary>
    public int MaxLeverage => _brackets[0].MaxLeverage;

    /// <summary>Builds a ladder; floors and maintenance amounts follow from the caps and rates:
    /// amount_n = amount_(n−1) + floor_n × (rate_n − rate_(n−1)).</summary>
    /// <param name="steps">Cap (USDT), maintenance margin rate (fraction) and highest leverage of each bracket, caps rising.</param>
    /// <returns>The ladder.</returns>
    /// <exception cref="ArgumentException">There is no step, or caps or rates do not rise.</exception>
    public static BracketLadder FromSteps(IReadOnlyList<(double NotionalCap, double MaintenanceRate, int MaxLeverage)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
        {
            throw new ArgumentException("A ladder needs at least one bracket.", nameof(steps));
        }

        var brackets = new Bracket[steps.Count];
        var below = new Bracket(0, 0, 0, 0, 0);
        for (var i = 0; i < brackets.Length; i++)
        {
            var (cap, rate, leverage) = steps[i];
            if (cap <= below.NotionalCap || rate <= below.MaintenanceRate)
            {
                throw new ArgumentException($"Bracket {i + 1}: cap {cap} and rate {rate} must be above those of the bracket before.", nameof(steps));
            }

            var floor = below.NotionalCap;
            below = new Bracket(floor, cap, rate, below.MaintenanceAmount + (floor * (rate - below.MaintenanceRate)), leverage);
            brackets[i] = below;
        }

        return new BracketLadder(brackets);
    }

    /// <summary>The largest notional up to a wish that a position of some leverage may have.</summary>
    /// <param name="leverage">The leverage, at most <see cref="MaxLeverage"/>.</param>
    /// <param name="wish">Notional wished for, USDT.</param>
    /// <returns>The wish, or the cap of the last bracket that allows the leverage.</returns>
    public double AllowedNotional(int leverage, double wish) =>
        Math.Min(wish, _brackets.Last(bracket => bracket.MaxLeverage >= leverage).NotionalCap);

    /// <summary>The bracket of a position.</summary>
    /// <param name="notional">Its notional, USDT.</param>
    /// <returns>The bracket; the last one for a notional above every cap.</returns>
    public Bracket Of(double notional)
    {
        foreach (var bracket in _brackets)
        {
            if (notional <= bracket.NotionalCap)
            {
                return bracket;
            }
        }

        return _brackets[^1];
    }
}
