namespace OmnipotentFutures.FundingDerivatives.Inputs;

/// <summary>An input of several readings.</summary>
internal interface ISeries
{
    /// <summary>How many there are.</summary>
    int Count { get; }
}
