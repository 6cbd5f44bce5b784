using System.Text.Json.Serialization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.History;

/// <summary>What a history is of: <c>funding</c>, <c>open_interest</c>, <c>basis</c> or <c>long_short</c>.</summary>
[JsonConverter(typeof(LowerCaseName<HistoryMetric>))]
public enum HistoryMetric
{
    /// <summary>Funding settlements.</summary>
    Funding,

    /// <summary>Open interest.</summary>
    OpenInterest,

    /// <summary>Distance between the contract and its index.</summary>
    Basis,

    /// <summary>Long and short accounts.</summary>
    LongShort,
}
