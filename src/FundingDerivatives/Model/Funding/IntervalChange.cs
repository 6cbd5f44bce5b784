namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>A change of the funding interval.</summary>
/// <param name="FromHours">Interval up to the change.</param>
/// <param name="ToHours">Interval after it.</param>
/// <param name="At">The settlement that ended the old interval, Unix ms.</param>
/// <param name="Side">Who paid at that settlement.</param>
internal sealed record IntervalChange(int FromHours, int ToHours, long At, PayingSide Side)
{
    /// <summary>Whether it is the switch to hourly settlement that a settlement at the cap or the floor causes (since 2025-05-02).</summary>
    public bool IsShortening => ToHours == 1 && FromHours > 1;
}
