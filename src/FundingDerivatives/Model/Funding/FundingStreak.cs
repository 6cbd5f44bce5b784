namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>Consecutive settlements, up to the last one, that one side paid.</summary>
/// <param name="Side">The side; never nobody.</param>
/// <param name="Count">Settlements.</param>
/// <param name="Since">The first of them, Unix ms.</param>
/// <param name="IsAtLeast">Whether the history begins with the streak, so that it may be longer.</param>
internal sealed record FundingStreak(PayingSide Side, int Count, long Since, bool IsAtLeast);
