using System.Text.Json.Serialization;
using OmnipotentFutures.FundingDerivatives.Contracts;

namespace OmnipotentFutures.FundingDerivatives.Screener;

/// <summary>Which way rows are sorted: <c>asc</c> or <c>desc</c>.</summary>
[JsonConverter(typeof(LowerCaseName<SortOrder>))]
public enum SortOrder
{
    /// <summary>Least first.</summary>
    Asc,

    /// <summary>Greatest first.</summary>
    Desc,
}
