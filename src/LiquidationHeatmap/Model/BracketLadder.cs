using System.Globalization;

namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>The maintenance margin brackets of a contract, from small notional to large: one begins where the other ends, rates rise, highest
/// leverages do not, and the maintenance margin is continuous. It follows that the margin rises with the notional, ever faster.</summary>
public sealed class BracketLadder
{
    // Exchanges round amounts to cents and rates such as a sixth to four digits.
    private const double RelativeTolerance = 1e-6;
    private const double Cent = 0.01;

    private readonly Bracket[] _brackets;

    private BracketLadder(Bracket[] brackets) => _brackets = brackets;

    /// <summary>The brackets, from small notional to large; at least one.</summary>
    public IReadOnlyList<Bracket> Brackets => _brackets;

    /// <summary>Highest leverage that any position may have.</summary>
    public int MaxLeverage => _brackets[0].MaxLeverage;

    /// <summary>Builds a ladder from an exchange's table.</summary>
    /// <param name="brackets">Its rows, from small notional to large.</param>
    /// <returns>The ladder.</returns>
    /// <exception cref="ArgumentException">The rows are no ladder: see <see cref="FaultOf"/>.</exception>
    public static BracketLadder FromBrackets(IReadOnlyList<Bracket> brackets) => FaultOf(brackets) is { } fault
        ? throw new ArgumentException(fault.ToString(), nameof(brackets))
        : new BracketLadder([.. brackets]);

    /// <summary>Builds a ladder; floors and maintenance amounts follow from the caps and rates:
    /// amount_n = amount_(n−1) + floor_n × (rate_n − rate_(n−1)).</summary>
    /// <param name="steps">Cap (USDT), maintenance margin rate (fraction) and highest leverage of each bracket, caps rising.</param>
    /// <returns>The ladder.</returns>
    /// <exception cref="ArgumentException">There is no step, or they are no ladder: see <see cref="FaultOf"/>.</exception>
    public static BracketLadder FromSteps(IReadOnlyList<(double NotionalCap, double MaintenanceRate, int MaxLeverage)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);

        var brackets = new Bracket[steps.Count];
        var below = new Bracket(0, 0, 0, 0, 0);
        for (var i = 0; i < brackets.Length; i++)
        {
            var (cap, rate, leverage) = steps[i];
            below = new Bracket(below.NotionalCap, cap, rate, AmountAbove(below, rate), leverage);
            brackets[i] = below;
        }

        return FromBrackets(brackets);
    }

    /// <summary>Why rows are no ladder.</summary>
    /// <param name="brackets">The rows, from small notional to large.</param>
    /// <returns>The first fault; null when they are a ladder.</returns>
    public static BracketFault? FaultOf(IReadOnlyList<Bracket> brackets)
    {
        ArgumentNullException.ThrowIfNull(brackets);
        if (brackets.Count == 0)
        {
            return new BracketFault(0, "there are no brackets");
        }

        var below = new Bracket(0, 0, 0, 0, int.MaxValue);
        for (var i = 0; i < brackets.Count; i++)
        {
            if (Reason(brackets[i], below) is { } reason)
            {
                return new BracketFault(i + 1, reason);
            }

            below = brackets[i];
        }

        return null;
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

    // Negated comparisons, so that what is no number fails them.
    private static string? Reason(Bracket bracket, Bracket below)
    {
        var (floor, cap, rate, amount, leverage) = bracket;
        if (floor != below.NotionalCap)
        {
            return Text($"floor {floor} must be {below.NotionalCap}, {(below.NotionalCap == 0 ? "for no bracket is below it" : "the cap of the row before")}");
        }

        if (!(cap > floor && double.IsFinite(cap)))
        {
            return Text($"cap {cap} must be above floor {floor}");
        }

        if (!(rate > below.MaintenanceRate && rate < 1))
        {
            return Text($"maintenance rate {rate} must be above {below.MaintenanceRate} and below 1");
        }

        if (leverage < 1 || leverage > below.MaxLeverage)
        {
            return Text($"highest leverage {leverage} must be at least 1 and not above that of the row before");
        }

        if (rate * leverage >= 1)
        {
            return Text($"maintenance rate {rate} must be below 1/{leverage}, or a position of leverage {leverage} had no margin");
        }

        var continuous = AmountAbove(below, rate);
        return Math.Abs(amount - continuous) <= Math.Max(Cent, RelativeTolerance * continuous)
            ? null
            : Text($"maintenance amount {amount} must be {continuous}, or the margin would jump at {floor}");
    }

    private static double AmountAbove(Bracket below, double rate) =>
        below.MaintenanceAmount + (below.NotionalCap * (rate - below.MaintenanceRate));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
