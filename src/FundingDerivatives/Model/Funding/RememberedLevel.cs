namespace OmnipotentFutures.FundingDerivatives.Model.Funding;

/// <summary>What a process saw of the running estimate when it last looked. It holds a level between two looks within an interval; settlements hold it
/// beyond that, so that nothing is lost with it.</summary>
/// <param name="Crowding">The level.</param>
/// <param name="Since">First look of the interval at which side and level were these, Unix ms.</param>
/// <param name="SeenAt">The last look, Unix ms.</param>
internal sealed record RememberedLevel(Crowding Crowding, long Since, long SeenAt);
