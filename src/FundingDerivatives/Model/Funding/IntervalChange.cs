namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A change of the funding interval.</summary>
/// <param name="FromHours">Interval up to the change.</param>
/// <param name="ToHours">Interval after it.</param>
/// <param name="At">The settlement that ended the old interval, Unix ms.</param>
/// <param name="Rate">What was paid then, a fraction per old interval.</param>
internal sealed record IntervalChange(int FromHours, int ToHours, long At, double Rate)
{
    /// <summary>Whether it is the switch to hourly settlement that a settlement at the cap or the floor causes (since 2025-05-02), and not one that the
    /// exchange announced. Past limits are not published: by the present ones a settlement at the limit of its day may lie somewhat below.</summary>
    /// <param name="terms">The contract's present terms; without the limit on the side that paid it is no shortening.</param>
    /// <param name="capUtilisation">Share of the room to the limit from which a settlement counts as one at it.</param>
    public bool IsShortening(FundingTerms terms, double capUtilisation) =>
        ToHours == 1 && FromHours > 1 && terms.UtilisationOf(Rate) >= capUtilisation;
}
