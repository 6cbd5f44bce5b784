namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>How a contract's funding rate follows from its premium. Since 2025-09-18 the exchange settles
/// <c>F = [P + clamp(I − P, ±0.05 %)] · N/8</c>, held between floor and cap: P is the average premium of the interval, I the interest per 8 hours, N the
/// interval's hours. Source: the exchange's announcement, research page funding-derivatives, sections 0 and 2.1.</summary>
/// <param name="IntervalHours">Hours between settlements, above 0.</param>
/// <param name="Interest">I, a fraction per 8 hours: 0.0001 for nearly every contract.</param>
/// <param name="Cap">Highest rate, a fraction per interval, compared after the scaling by N/8; null when it is not known.</param>
/// <param name="Floor">Lowest rate, likewise.</param>
internal sealed record FundingTerms(int IntervalHours, double Interest, double? Cap, double? Floor)
{
    /// <summary>Half-width of the plateau: premiums this near to I, a fraction, all settle at I.</summary>
    public const double Dampener = 0.0005;

    /// <summary>How far a rate on the wire, which has 8 decimals, can lie from the exact one: half a digit, and what a double adds.</summary>
    public const double WireRounding = 0.5e-8 + 1e-12;

    private const int WireDecimals = 8;

    /// <summary>The settlement of a premium, a fraction per interval with the wire's 8 decimals.</summary>
    /// <param name="premium">Average premium of the interval, a fraction; may be infinite where the cap or the floor is known.</param>
    // clamp(I, P − d, P + d) is P + clamp(I − P, −d, d), and on the plateau exactly I.
    public double RateOf(double premium) =>
        Hold(Math.Round(Math.Clamp(Interest, premium - Dampener, premium + Dampener) * IntervalHours / 8, WireDecimals));

    /// <summary>The average premiums that a running estimate allows: one value off the plateau, the whole plateau <c>I ± 0.05 %</c> on it, everything
    /// above at the cap and everything below at the floor.</summary>
    /// <param name="estimate">Running estimate, a fraction per interval.</param>
    public RateBounds PremiumOf(double estimate)
    {
        var rate = Hold(estimate);
        var plateau = Math.Abs(rate - (Interest * IntervalHours / 8)) <= WireRounding;
        var per8Hours = plateau ? Interest : Per8Hours(rate);
        return new(
            rate <= Floor + WireRounding ? double.NegativeInfinity : per8Hours + (per8Hours > Interest ? Dampener : -Dampener),
            rate >= Cap - WireRounding ? double.PositiveInfinity : per8Hours + (per8Hours < Interest ? -Dampener : Dampener));
    }

    /// <summary>A rate per interval as a rate per 8 hours.</summary>
    /// <param name="rate">A fraction per interval.</param>
    public double Per8Hours(double rate) => rate * 8 / IntervalHours;

    /// <summary>How much of the room to the cap, or to the floor when shorts pay, a rate takes up: 0 at zero, 1 at the limit, more when the limit was
    /// lowered since.</summary>
    /// <param name="rate">A fraction per interval.</param>
    /// <returns>Null when the limit on the rate's side is not known.</returns>
    public double? UtilisationOf(double rate) => rate switch
    {
        > 0 => Cap > 0 ? rate / Cap : null,
        < 0 => Floor < 0 ? rate / Floor : null,
        _ => Cap > 0 || Floor < 0 ? 0 : null,
    };

    private double Hold(double rate) => Math.Max(Floor ?? double.NegativeInfinity, Math.Min(Cap ?? double.PositiveInfinity, rate));
}
